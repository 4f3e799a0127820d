import type { IdentityDocumentType } from "./identityDocument";

/** How many characters stay readable at either end: enough to recognise one's own, too few to guess another's. */
const DOCUMENT_ENDS: Readonly<Record<IdentityDocumentType, readonly [start: number, end: number]>> = {
  RESIDENT_ID: [3, 4],
  UNIFIED_SOCIAL_CREDIT_CODE: [3, 4],
  PASSPORT: [1, 3],
  HK_MACAU_PERMIT: [1, 3],
  TAIWAN_PERMIT: [1, 3],
  FOREIGN_PERMANENT_RESIDENT_ID: [3, 4],
  MILITARY_ID: [1, 3],
};

/** Ten thousand guesses: as many digits as a mobile number hides by custom. */
const MIN_HIDDEN_OF_NUMBER = 4;
const MIN_HIDDEN_OF_NAME = 1;

/** `11010519491231002X` → `110***********002X`. */
export function maskDocumentNumber(type: IdentityDocumentType, number: string): string {
  const [start, end] = DOCUMENT_ENDS[type];
  return maskMiddle(number, start, end);
}

/** `13800001234` → `138****1234`. */
export function maskPhoneNumber(number: string): string {
  return maskMiddle(number, 3, 4);
}

/** The last four, as on a receipt; the institution is shown beside it anyway. */
export function maskAccountNumber(number: string): string {
  return maskMiddle(number, 0, 4);
}

/** `王小明` → `王**`, `Ann Lee` → `A** L**`; a name of one character is hidden whole. */
export function maskName(name: string): string {
  return name
    .trim()
    .split(/\s+/u)
    .map(word => maskMiddle(word, 1, 0, MIN_HIDDEN_OF_NAME))
    .join(" ");
}

// A short text shows less, so that what is hidden never falls below its least and no text is shown whole.
function maskMiddle(text: string, start: number, end: number, minHidden = MIN_HIDDEN_OF_NUMBER): string {
  // By code point, not by code unit: rare surnames lie outside the basic plane.
  const characters = Array.from(text);
  const readable = Math.max(0, characters.length - minHidden);
  const shownEnd = Math.min(end, readable);
  const shownStart = Math.min(start, readable - shownEnd);
  const hidden = characters.length - shownStart - shownEnd;
  return (
    characters.slice(0, shownStart).join("") +
    "*".repeat(hidden) +
    characters.slice(characters.length - shownEnd).join("")
  );
}
