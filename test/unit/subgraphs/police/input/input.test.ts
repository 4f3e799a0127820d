import { decodeMomentCursor } from "../../../../../subgraphs/police/input/decodeMomentCursor";
import { parseCaseNumber } from "../../../../../subgraphs/police/input/parseCaseNumber";
import { parseOfficerId } from "../../../../../subgraphs/police/input/parseOfficerId";
import { parseText } from "../../../../../subgraphs/police/input/parseText";
import { requireOfficer } from "../../../../../subgraphs/police/input/requireOfficer";
import { isToken, requireToken } from "../../../../../subgraphs/shared/subjects/requireToken";
import { encodeCursor } from "../../../../../subgraphs/shared/pagination";
import { claimsOf } from "../../../../support/claims";

const badInput = expect.objectContaining({ code: "BAD_INPUT" });
const UUID = "00000000-0000-4000-8000-000000000001";

describe("what a client writes", () => {
  test.each([
    "",
    "A110199",
    "A110199-2026",
    "A110199-2026-",
    "A110199-26-017",
    "A110199-2026-01x",
    "A110199-2026-1';--",
  ])("%p is no case number of the organ A110199", text =>
    expect(() => parseCaseNumber(text, "A110199")).toThrow(badInput),
  );

  test.each(["A220100-2026-017", "A110100-2026-017", "A1101990-2026-017"])("%p is another organ's", text => {
    expect(() => parseCaseNumber(text, "A110199")).toThrow(badInput);
  });

  test("a case number is one, however it was typed", () => {
    expect(parseCaseNumber("  a110199-2026-017 ", "A110199")).toBe("A110199-2026-017");
  });

  test.each([
    "",
    "investigator",
    "police/",
    "/x",
    "Police/x",
    "police/x/y",
    "police/x y",
    `police/${"x".repeat(81)}`,
  ])("%p is no officer", text => expect(() => parseOfficerId(text)).toThrow(badInput));

  test.each(["", "  \n ", "a\u0000b", "a\u001bb"])("%j says nothing, or what is no text", text => {
    expect(() => parseText("reason", text)).toThrow(badInput);
  });

  test("a text that is too long names its field and its limit", () => {
    const tooLong = expect.objectContaining({
      code: "LIMIT_EXCEEDED",
      message: expect.stringMatching(/`title`.*10/),
    });
    expect(() => parseText("title", "x".repeat(11), 10)).toThrow(tooLong);
    expect(parseText("title", "  two\nlines ", 10)).toBe("two\nlines");
  });

  test.each([
    undefined,
    null,
    "",
    "1short",
    `1${"a".repeat(44)}`,
    `x${"a".repeat(43)}`,
    `1${"=".repeat(43)}`,
  ])("%p is no token", token => {
    expect(isToken(token)).toBe(false);
    expect(() => requireToken({ token })).toThrow(badInput);
  });

  test.each([
    ["of one value", encodeCursor([1])],
    ["without a moment", encodeCursor(["1", UUID])],
    ["with a moment that cannot be", encodeCursor([1e300, UUID])],
    ["without an id", encodeCursor([1, "x"])],
    ["that is no base64", "%"],
  ])("a cursor %s is refused", (_what, after) => {
    expect(() => decodeMomentCursor(after)).toThrow(badInput);
  });

  test("a cursor names the moment and the id it was made of", () => {
    expect(decodeMomentCursor(encodeCursor([1_000, UUID]))).toEqual({ at: new Date(1_000), id: UUID });
    expect(decodeMomentCursor(null)).toBeNull();
  });
});

describe("an officer", () => {
  test.each([
    ["a bank's employee", claimsOf({})],
    ["a police token without an organ", claimsOf({ kind: "POLICE", authority: null })],
    ["a bank's employee whose token names an organ", claimsOf({ authority: "A110199" })],
  ])("is not %s", (_who, claims) => {
    expect(() => requireOfficer(claims)).toThrow(expect.objectContaining({ code: "FORBIDDEN" }));
  });
});
