import fc from "fast-check";
import { IDENTITY_DOCUMENT_TYPES, parseIdentityDocument } from "../../../../schema/contract/identityDocument";
import { COUNTRY_CODES } from "../../../../schema/contract/identifiers/countryCodes";
import { refusalOf } from "./refusalOf";

const RESIDENT = "11010519491231002X";
const UNIT = "91350100M000100Y43";
const refuse = (type: string, number: unknown, issuingCountry?: string | null) =>
  refusalOf(() => parseIdentityDocument({ type, number: number as string, issuingCountry }));
const numberOf = (type: string, number: string, issuingCountry?: string | null) =>
  parseIdentityDocument({ type, number, issuingCountry }).number;

describe("a caller who writes what is no document", () => {
  it.each(["", "resident_id", "DRIVING_LICENCE", "__proto__", "constructor", "toString"])(
    "of the unknown type %j is refused and told which types there are",
    type => {
      const refusal = refuse(type, RESIDENT);
      expect(refusal.code).toBe("INVALID_DOCUMENT");
      for (const known of IDENTITY_DOCUMENT_TYPES) expect(refusal.message).toContain(known);
    },
  );

  it.each([
    ["a lone high surrogate", "11010519491231002\uD800", /encoding/],
    ["a lone low surrogate", "\uDC0011010519491231002X", /encoding/],
    ["NUL", "110105\u000019491231002X", /control/],
    ["a line break within", "110105\n19491231002X", /control/],
    ["an escape character", "110105\u001B[31m19491231002X", /control/],
    ["a right-to-left override", "\u202EX200132194915010 11", /direction/],
    ["nothing but spaces", " \u3000 ", /empty/],
    ["nothing", "", /empty/],
    ["a million characters", "1".repeat(1_000_000), /length/],
    ["65 spaces around a valid number", RESIDENT.padStart(65), /length/],
    ["Arabic digits", "١١٠١٠٥١٩٤٩١٢٣١٠٠٢X", /residentId\.form/],
    ["superscript digits", "1101051949123100²X", /residentId\.form/],
    ["SQL", "' OR 1=1 --", /residentId\.form/],
    ["a wildcard", "1101051949%", /residentId\.form/],
    ["a number instead of text", 110105194912310, /text/],
    ["null", null, /text/],
    ["a list", [RESIDENT], /text/],
  ])("with %s is refused by the rule that it breaks", (_what, number, rule) => {
    const refusal = refuse("RESIDENT_ID", number);
    expect(refusal.code).toBe("INVALID_DOCUMENT");
    expect(refusal.detail).toMatch(rule);
  });

  it("is refused with INVALID_DOCUMENT and without an echo, whatever the text", () => {
    const anything = fc.oneof(
      fc.string({ unit: "binary", minLength: 4 }),
      fc.string({ minLength: 4 }),
      fc.stringMatching(/^\d{4,20}$/),
    );
    fc.assert(
      fc.property(fc.constantFrom(...IDENTITY_DOCUMENT_TYPES), anything, (type, number) => {
        try {
          parseIdentityDocument({ type, number, issuingCountry: type === "PASSPORT" ? "KOR" : null });
        } catch {
          const refusal = refuse(type, number, type === "PASSPORT" ? "KOR" : null);
          expect(refusal.code).toBe("INVALID_DOCUMENT");
          expect(refusal.detail).not.toContain(number);
          // A text may by chance be a word of the message, a number of ten digits never is.
          if (/\d{10}/.test(number)) expect(refusal.message).not.toContain(number);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("a document of each kind", () => {
  it.each([
    ["PASSPORT", "M1234567", undefined, /issuingCountry/],
    ["PASSPORT", "M1234567", null, /issuingCountry/],
    ["PASSPORT", "M1234567", "KO", /issuingCountry/],
    ["PASSPORT", "M1234567", "XYZ", /issuingCountry/],
    ["PASSPORT", "M1234567", "__proto__", /issuingCountry/],
    ["PASSPORT", "ABCDEFGH", "KOR", /passport\.form/],
    ["PASSPORT", "M123", "KOR", /passport\.form/],
    ["PASSPORT", "M1234567890123456", "KOR", /passport\.form/],
    ["PASSPORT", "Mı234567", "KOR", /passport\.form/],
    ["PASSPORT", "Mſ234567", "KOR", /passport\.form/],
    ["HK_MACAU_PERMIT", "C12345678", null, /hkMacauPermit\.form/],
    ["HK_MACAU_PERMIT", "H123456789", null, /hkMacauPermit\.form/],
    ["HK_MACAU_PERMIT", "12345678", null, /hkMacauPermit\.form/],
    ["TAIWAN_PERMIT", "123456789", null, /taiwanPermit\.form/],
    ["TAIWAN_PERMIT", "T12345678", null, /taiwanPermit\.form/],
    ["FOREIGN_PERMANENT_RESIDENT_ID", "KO1310000900101", null, /foreignPermanentResidentId\.form/],
    ["FOREIGN_PERMANENT_RESIDENT_ID", RESIDENT, null, /foreignPermanentResidentId\.form/],
    ["FOREIGN_PERMANENT_RESIDENT_ID", "999410199002300010", null, /foreignPermanentResidentId\.birthDate/],
    [
      "FOREIGN_PERMANENT_RESIDENT_ID",
      "999410199001010010",
      null,
      /foreignPermanentResidentId\.checkCharacter/,
    ],
    ["MILITARY_ID", "1234567", null, /militaryId\.form/],
    ["MILITARY_ID", "军字第12号", null, /militaryId\.form/],
    ["MILITARY_ID", "某某军字第1234567号", null, /militaryId\.form/],
    ["RESIDENT_ID", RESIDENT, "KOR", /issuingCountry/],
    ["UNIFIED_SOCIAL_CREDIT_CODE", RESIDENT, null, /unifiedSocialCreditCode/],
    ["RESIDENT_ID", UNIT, null, /residentId\.form/],
  ])("%s %s of %s is refused", (type, number, country, rule) => {
    expect(refuse(type, number, country).detail).toMatch(rule);
  });

  it.each([
    ["RESIDENT_ID", "11010519491231002x", null, RESIDENT],
    ["RESIDENT_ID", "110105491231002", null, RESIDENT],
    ["RESIDENT_ID", "１１０１０５１９４９１２３１００２Ｘ", null, RESIDENT],
    ["RESIDENT_ID", " 110105 19491231\u3000002X\t", null, RESIDENT],
    ["RESIDENT_ID", "110105-19491231–002X", null, RESIDENT],
    ["RESIDENT_ID", "110105－19491231－002Ｘ", null, RESIDENT],
    ["RESIDENT_ID", "\u200F110105\u200E19491231\u200B002X\uFEFF", null, RESIDENT],
    ["RESIDENT_ID", RESIDENT, "CHN", RESIDENT],
    ["UNIFIED_SOCIAL_CREDIT_CODE", "91350100-m000100y4-3", null, UNIT],
    ["PASSPORT", "m1234 5678", "kor", "M12345678"],
    ["HK_MACAU_PERMIT", "h12345678", null, "H12345678"],
    ["HK_MACAU_PERMIT", "M1234567801", null, "M1234567801"],
    ["TAIWAN_PERMIT", "12345678", null, "12345678"],
    ["TAIWAN_PERMIT", "1234567801", null, "1234567801"],
    ["FOREIGN_PERMANENT_RESIDENT_ID", "kor310090010101", null, "KOR310090010101"],
    ["FOREIGN_PERMANENT_RESIDENT_ID", "99941019900101001X", null, "99941019900101001X"],
    ["MILITARY_ID", "军字第 1234567 号", null, "军字第1234567号"],
    ["MILITARY_ID", "军字1234567", null, "军字第1234567号"],
  ])("%s written %j (%s) reads %s", (type, number, country, normal) => {
    expect(numberOf(type, number, country)).toBe(normal);
  });

  it("read once reads the same a second time", () => {
    for (const [type, number] of [
      ["RESIDENT_ID", "110105491231002"],
      ["MILITARY_ID", "军字1234567"],
    ] as const) {
      const once = numberOf(type, number);
      expect(numberOf(type, once)).toBe(once);
    }
  });

  it("is a unit's only when it is a unified social credit code, and has a country only when it is a passport", () => {
    expect(parseIdentityDocument({ type: "UNIFIED_SOCIAL_CREDIT_CODE", number: UNIT })).toEqual({
      type: "UNIFIED_SOCIAL_CREDIT_CODE",
      issuingCountry: null,
      number: UNIT,
      kind: "UNIT",
    });
    expect(parseIdentityDocument({ type: "RESIDENT_ID", number: RESIDENT, issuingCountry: "CHN" })).toEqual({
      type: "RESIDENT_ID",
      issuingCountry: null,
      number: RESIDENT,
      kind: "PERSON",
    });
    expect(parseIdentityDocument({ type: "PASSPORT", number: "M12345678", issuingCountry: " gbr " })).toEqual(
      {
        type: "PASSPORT",
        issuingCountry: "GBR",
        number: "M12345678",
        kind: "PERSON",
      },
    );
  });
});

describe("the list of countries", () => {
  it("has the 249 codes of ISO 3166-1, each of three letters", () => {
    expect(COUNTRY_CODES.size).toBe(249);
    for (const code of COUNTRY_CODES) expect(code).toMatch(/^[A-Z]{3}$/);
  });
});
