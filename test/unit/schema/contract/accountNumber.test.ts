import fc from "fast-check";
import { luhnCheckDigit, parseAccountNumber } from "../../../../schema/contract/accountNumber";
import { refusalOf } from "./refusalOf";

const PUBLISHED = "79927398713"; // the example of ISO/IEC 7812
const payload = fc.stringMatching(/^\d{12,18}$/);
const card = payload.map(digits => digits + luhnCheckDigit(digits));

describe("a card number", () => {
  it("with any one digit changed is refused", () => {
    fc.assert(
      fc.property(card, fc.nat(18), fc.integer({ min: 1, max: 9 }), (number, position, step) => {
        const index = position % number.length;
        const changed =
          number.slice(0, index) + String((Number(number[index]) + step) % 10) + number.slice(index + 1);
        expect(refusalOf(() => parseAccountNumber(changed, true)).detail).toMatch(/cardCheckDigit/);
      }),
    );
  });

  it("with two neighbours swapped is refused, but for 0 and 9, which Luhn cannot tell apart", () => {
    fc.assert(
      fc.property(card, fc.nat(17), (number, position) => {
        const index = position % (number.length - 1);
        const [left, right] = [number[index]!, number[index + 1]!];
        fc.pre(left !== right && new Set([left, right, "0", "9"]).size > 2);
        const swapped = number.slice(0, index) + right + left + number.slice(index + 2);
        expect(refusalOf(() => parseAccountNumber(swapped, true)).code).toBe("BAD_INPUT");
      }),
    );
  });

  it.each(["", "123456789012", "12345678901234567890", "622202000000123A", "6222020000001234\u0000"])(
    "of another form (%j) is refused without an echo",
    number => {
      const refusal = refusalOf(() => parseAccountNumber(number, true));
      expect(refusal.code).toBe("BAD_INPUT");
      if (number !== "") expect(`${refusal.message} ${refusal.detail ?? ""}`).not.toContain(number);
    },
  );

  it("gets the check digit of the published example", () => {
    expect(luhnCheckDigit(PUBLISHED.slice(0, -1))).toBe(PUBLISHED.slice(-1));
  });

  it("is accepted in groups of four and in full-width digits", () => {
    expect(parseAccountNumber("4111 1111 1111 1111", true)).toBe("4111111111111111");
    expect(parseAccountNumber("４１１１-1111-1111-1111", true)).toBe("4111111111111111");
    fc.assert(fc.property(card, number => expect(parseAccountNumber(number, true)).toBe(number)));
  });
});

describe("the number of a passbook, unit account or payment account", () => {
  it.each(["", "1234", "1".repeat(33), "12345.67", "a@b.example", "账户12345"])(
    "of another form (%j) is refused",
    number => {
      expect(refusalOf(() => parseAccountNumber(number, false)).code).toBe("BAD_INPUT");
    },
  );

  it("is accepted without a check digit, which it never has", () => {
    expect(parseAccountNumber("4111 1111 1111 1112", false)).toBe("4111111111111112");
    expect(parseAccountNumber("zf-000123", false)).toBe("ZF000123");
  });
});
