import { createHmac } from "node:crypto";
import fc from "fast-check";
import {
  IDENTITY_DOCUMENT_TYPES,
  parseIdentityDocument,
  type IdentityDocument,
} from "../../../../schema/contract/identityDocument";
import { createTokeniser } from "../../../../schema/contract/tokens";

const PEPPER = Buffer.alloc(32, 7);
const tokenOf = createTokeniser(PEPPER);
const passport = (number: string, issuingCountry: string) =>
  parseIdentityDocument({ type: "PASSPORT", number, issuingCountry });
const resident = (number: string) => parseIdentityDocument({ type: "RESIDENT_ID", number });

describe("the token of a document", () => {
  it("cannot be made with a pepper that is too short to keep a secret", () => {
    expect(() => createTokeniser(Buffer.alloc(31, 7))).toThrow(/identity pepper .* 32 bytes/);
  });

  it("is another one under another pepper, so that who lacks the pepper cannot compute it", () => {
    const other = createTokeniser(Buffer.alloc(32, 8));
    expect(other(resident("11010519491231002X"))).not.toBe(tokenOf(resident("11010519491231002X")));
  });

  it("differs for the same number of another country and of another kind", () => {
    const tokens = [
      passport("12345678", "KOR"),
      passport("12345678", "GBR"),
      parseIdentityDocument({ type: "TAIWAN_PERMIT", number: "12345678" }),
    ].map(tokenOf);
    expect(new Set(tokens).size).toBe(3);
  });

  it("is the same however the number was written", () => {
    const writings = [
      "11010519491231002X",
      "11010519491231002x",
      "110105491231002",
      " 110105-19491231-002Ｘ ",
    ];
    expect(new Set(writings.map(number => tokenOf(resident(number)))).size).toBe(1);
  });

  it("has 44 characters that may stand in a URL, the first of them its version", () => {
    const anyDocument = fc.record({
      type: fc.constantFrom(...IDENTITY_DOCUMENT_TYPES),
      issuingCountry: fc.constantFrom(null, "KOR"),
      number: fc.string(),
      kind: fc.constant<"PERSON">("PERSON"),
    });
    fc.assert(
      fc.property(anyDocument, document => expect(tokenOf(document)).toMatch(/^1[A-Za-z0-9_-]{43}$/)),
    );
  });

  it("is HMAC-SHA256 of type, country and number, so that it stays the same from release to release", () => {
    const document: IdentityDocument = passport("M12345678", "KOR");
    const expected = createHmac("sha256", PEPPER).update("PASSPORT|KOR|M12345678").digest("base64url");
    expect(tokenOf(document)).toBe(`1${expected}`);
    expect(tokenOf(resident("11010519491231002X"))).toBe(
      `1${createHmac("sha256", PEPPER).update("RESIDENT_ID||11010519491231002X").digest("base64url")}`,
    );
  });
});
