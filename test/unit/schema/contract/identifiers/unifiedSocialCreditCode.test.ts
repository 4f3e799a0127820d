import fc from "fast-check";
import {
  gb32100CheckCharacter,
  parseUnifiedSocialCreditCode,
} from "../../../../../schema/contract/identifiers/unifiedSocialCreditCode";
import { refusalOf } from "../refusalOf";

const PUBLISHED = "91350100M000100Y43";
const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** With its check character of weight one, the whole code is a multiple of 31. */
function isMultiple(code: string): boolean {
  const weight = (index: number) => (index === 17 ? 1n : 3n ** BigInt(index));
  const sum = Array.from(code).reduce(
    (total, character, index) => total + BigInt(ALPHABET.indexOf(character)) * weight(index),
    0n,
  );
  return sum % 31n === 0n;
}

const characters = (length: number) =>
  fc
    .array(fc.constantFrom(...Array.from(ALPHABET)), { minLength: length, maxLength: length })
    .map(list => list.join(""));
const first17 = fc
  .tuple(characters(2), fc.integer({ min: 0, max: 999_999 }), characters(9))
  .map(([start, division, body]) => start + String(division).padStart(6, "0") + body);
const valid = first17.map(text => text + gb32100CheckCharacter(text));

describe("a unified social credit code", () => {
  it("with any one character changed is refused", () => {
    for (let index = 0; index < 18; index += 1) {
      for (const replacement of Array.from(ALPHABET).filter(character => character !== PUBLISHED[index])) {
        const changed = PUBLISHED.slice(0, index) + replacement + PUBLISHED.slice(index + 1);
        expect(refusalOf(() => parseUnifiedSocialCreditCode(changed)).code).toBe("INVALID_DOCUMENT");
      }
    }
  });

  it("with two neighbours swapped is refused, whichever unit it belongs to", () => {
    fc.assert(
      fc.property(valid, fc.integer({ min: 0, max: 16 }), (code, index) => {
        fc.pre(code[index] !== code[index + 1]);
        const swapped = code.slice(0, index) + code[index + 1]! + code[index]! + code.slice(index + 2);
        expect(refusalOf(() => parseUnifiedSocialCreditCode(swapped)).code).toBe("INVALID_DOCUMENT");
      }),
    );
  });

  it.each(["I", "O", "S", "V", "Z"])(
    "with the letter %s, which no code has, is refused for its form",
    letter => {
      const code = PUBLISHED.slice(0, 8) + letter + PUBLISHED.slice(9);
      expect(refusalOf(() => parseUnifiedSocialCreditCode(code)).detail).toMatch(/form/);
    },
  );

  it("is never repeated in what the client or the log reads", () => {
    const wrong = "91350100M000100Y44";
    const refusal = refusalOf(() => parseUnifiedSocialCreditCode(wrong));
    expect(`${refusal.message} ${refusal.detail ?? ""}`).not.toContain(wrong);
  });

  it("as the standard prints it is accepted", () => {
    expect(parseUnifiedSocialCreditCode(PUBLISHED)).toBe(PUBLISHED);
  });

  it("is accepted exactly when the arithmetic of GB 32100 holds", () => {
    fc.assert(
      fc.property(first17, fc.constantFrom(...Array.from(ALPHABET)), (text, check) => {
        const code = text + check;
        if (isMultiple(code)) expect(parseUnifiedSocialCreditCode(code)).toBe(code);
        else expect(refusalOf(() => parseUnifiedSocialCreditCode(code)).detail).toMatch(/checkCharacter/);
      }),
      { numRuns: 1_000 },
    );
    fc.assert(fc.property(valid, code => expect(isMultiple(code)).toBe(true)));
  });
});
