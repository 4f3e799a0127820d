import fc from "fast-check";
import { parsePhoneNumber } from "../../../../schema/contract/phoneNumber";
import { refusalOf } from "./refusalOf";

describe("a phone number", () => {
  it.each([
    ["", /empty/],
    ["138000012", /form/],
    ["138000012345", /form/],
    ["23800001234", /form/],
    ["12345678901234", /form/],
    ["95588", /form/],
    ["010", /form/],
    ["01012345678", /form/],
    ["0755888888888", /form/],
    ["400123456", /form/],
    ["+85291234567", /form/],
    ["0085291234567", /form/],
    ["+8613800001234 ext. 5", /form/],
    ["1380000123a", /form/],
    ["1380000123\u0000", /control/],
    ["1380000123\uD800", /encoding/],
    ["\u202E43210000831", /direction/],
    ["1".repeat(65), /length/],
    ["' OR 1=1 --", /form/],
  ])("written %j is refused with BAD_INPUT by the rule that it breaks", (text, rule) => {
    const refusal = refusalOf(() => parsePhoneNumber(text));
    expect(refusal.code).toBe("BAD_INPUT");
    expect(refusal.detail).toMatch(rule);
  });

  it("that is refused is not repeated to the client or the log", () => {
    const refusal = refusalOf(() => parsePhoneNumber("138000012345"));
    expect(`${refusal.message} ${refusal.detail ?? ""}`).not.toContain("138000012345");
  });

  it.each([
    ["13800001234", "13800001234"],
    ["138 0000 1234", "13800001234"],
    ["138-0000-1234", "13800001234"],
    ["+86 138 0000 1234", "13800001234"],
    ["+86-13800001234", "13800001234"],
    ["（+86）13800001234", "13800001234"],
    ["008613800001234", "13800001234"],
    ["8613800001234", "13800001234"],
    ["１３８００００１２３４", "13800001234"],
    ["\u200F13800001234\u200E", "13800001234"],
    ["1064800001234", "1064800001234"],
    ["+86 10648 0000 1234", "1064800001234"],
    ["(010) 8888-1234", "01088881234"],
    ["+86 10 8888 1234", "01088881234"],
    ["+86 755 8888 1234", "075588881234"],
    ["0086 (0)755 8888 1234", "075588881234"],
    ["0471-3888123", "04713888123"],
    ["021-68881234", "02168881234"],
    ["400-012-3456", "4000123456"],
    ["+86 400 012 3456", "4000123456"],
  ])("written %j reads %s", (text, normal) => {
    expect(parsePhoneNumber(text)).toBe(normal);
  });

  it("read once reads the same a second time, whatever its prefix", () => {
    const number = fc.stringMatching(/^(1\d{10}|1\d{12}|0(10|2\d|[3-9]\d\d)[2-8]\d{6,7}|400\d{7})$/);
    fc.assert(fc.property(number, text => expect(parsePhoneNumber(text)).toBe(text)));
  });
});
