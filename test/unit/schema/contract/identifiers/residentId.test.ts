import fc from "fast-check";
import { gb11643CheckCharacter } from "../../../../../schema/contract/identifiers/gb11643";
import { parseResidentId } from "../../../../../schema/contract/identifiers/residentId";
import { refusalOf } from "../refusalOf";

const PUBLISHED = "11010519491231002X";
const CHECK = "checkCharacter";

/** ISO 7064, MOD 11-2, as the standard words it: read as powers of two, the whole number leaves 1. */
function leavesOne(number: string): boolean {
  const value = (character: string) => (character === "X" ? 10n : BigInt(character));
  const sum = Array.from(number).reduce(
    (total, character, index) => total + value(character) * 2n ** BigInt(17 - index),
    0n,
  );
  return sum % 11n === 1n;
}

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map(list => list.join(""));
const birthDate = fc
  .date({ min: new Date("1800-01-01"), max: new Date("2199-12-31"), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10).replaceAll("-", ""));
const first17 = fc.tuple(digits(6), birthDate, digits(3)).map(parts => parts.join(""));
const valid = first17.map(text => text + gb11643CheckCharacter(text));

const withDate = (date: string) => {
  const text = `999999${date}001`;
  return text + gb11643CheckCharacter(text);
};

describe("a resident identity number", () => {
  it("with any one character changed is refused", () => {
    const replacements = Array.from("0123456789X");
    for (let index = 0; index < 18; index += 1) {
      for (const replacement of replacements.filter(character => character !== PUBLISHED[index])) {
        const changed = PUBLISHED.slice(0, index) + replacement + PUBLISHED.slice(index + 1);
        expect(refusalOf(() => parseResidentId(changed)).code).toBe("INVALID_DOCUMENT");
      }
    }
  });

  it("with two neighbours swapped is refused, whoever it belongs to", () => {
    fc.assert(
      fc.property(valid, fc.integer({ min: 0, max: 16 }), (number, index) => {
        fc.pre(number[index] !== number[index + 1]);
        const swapped =
          number.slice(0, index) + number[index + 1]! + number[index]! + number.slice(index + 2);
        expect(refusalOf(() => parseResidentId(swapped)).code).toBe("INVALID_DOCUMENT");
      }),
    );
  });

  it.each(["19000229", "20230229", "19491301", "19490001", "19490431", "19491200", "17991231", "00000101"])(
    "born on a day that was none (%s) is refused for its birth date",
    date => {
      expect(refusalOf(() => parseResidentId(withDate(date))).detail).toMatch(/birthDate/);
    },
  );

  it.each([
    "",
    "1",
    "1101051949123100",
    "110105194912310021X",
    "X1010519491231002X",
    "1101051949123100２X",
    "1101051949123100a1",
  ])("of another form (%j) is refused for its form", number => {
    expect(refusalOf(() => parseResidentId(number)).detail).toMatch(/residentId\.form/);
  });

  it("is never repeated in what the client or the log reads", () => {
    const wrong = "110105194912310021";
    const refusal = refusalOf(() => parseResidentId(wrong));
    expect(refusal.detail).toContain(CHECK);
    expect(`${refusal.message} ${refusal.detail ?? ""} ${JSON.stringify(refusal)}`).not.toContain(wrong);
  });

  it("as the standard prints it is accepted", () => {
    expect(parseResidentId(PUBLISHED)).toBe(PUBLISHED);
  });

  it("is accepted exactly when the arithmetic of ISO 7064 holds", () => {
    fc.assert(
      fc.property(first17, fc.constantFrom(...Array.from("0123456789X")), (text, check) => {
        const number = text + check;
        if (leavesOne(number)) expect(parseResidentId(number)).toBe(number);
        else expect(refusalOf(() => parseResidentId(number)).detail).toContain(CHECK);
      }),
      { numRuns: 1_000 },
    );
  });

  it.each(["20000229", "20240229", "19040229"])(
    "born on 29 February of a leap year (%s) is accepted",
    date => {
      expect(parseResidentId(withDate(date))).toHaveLength(18);
    },
  );

  it("is accepted whatever its division code, since codes get retired", () => {
    fc.assert(
      fc.property(digits(6), code => {
        const text = `${code}19900101001`;
        expect(parseResidentId(text + gb11643CheckCharacter(text))).toHaveLength(18);
      }),
    );
  });
});

describe("a resident identity number of 15 digits", () => {
  it("born on 29 February 1900, which was none, is refused", () => {
    expect(refusalOf(() => parseResidentId("999999000229001")).detail).toMatch(/birthDate/);
  });

  it("becomes the number of 18 characters that its holder has now", () => {
    expect(parseResidentId("110105491231002")).toBe(PUBLISHED);
  });

  it("of a person born on 29 February of a leap year is upgraded", () => {
    expect(parseResidentId("999999040229001")).toMatch(/^99999919040229001[\dX]$/);
  });

  it("always becomes a number that is valid by itself", () => {
    const oldForm = valid
      .filter(number => number.slice(6, 8) === "19")
      .map(number => ({ number, old: number.slice(0, 6) + number.slice(8, 17) }));
    fc.assert(fc.property(oldForm, ({ number, old }) => expect(parseResidentId(old)).toBe(number)));
  });
});
