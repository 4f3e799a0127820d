import { addDays } from "../../../../schema/contract/calendar";
import type { WorldDocument } from "../../worldModel";
import type { Random } from "../random/createRandom";
import type { Division } from "../reference/divisions";
import { composeCreditCode } from "./composeCreditCode";
import { composeResidentId } from "./composeResidentId";

/** Hands out the identity documents of one block; no two blocks ever hand out the same. */
export interface DocumentBook {
  /** A resident identity number that nobody else born on that day in that division has. */
  residentId(bornOn: string, isMale: boolean): WorldDocument;
  creditCode(): WorldDocument;
  passport(): WorldDocument;
  hkMacauPermit(): WorldDocument;
  taiwanPermit(): WorldDocument;
  permanentResidentId(): WorldDocument;
  militaryId(): WorldDocument;
}

/** Where a block's documents come from. */
export interface DocumentSource {
  readonly division: Division;
  /** The how-manieth block of its division this is: decides which sequence numbers are its own. */
  readonly turn: number;
  readonly blockIndex: number;
}

/** Of the sequence numbers 000 to 999 each block of a division owns one odd and one even per birth date. */
export const TURNS_PER_DIVISION = 499;

const RARE_DOCUMENTS_PER_BLOCK = 32;
const CREDIT_CODES_PER_BLOCK = 64;
const PASSPORT_COUNTRIES = ["KOR", "GBR", "BRA", "KEN", "VNM", "DEU"];
/** 9, then neither a province (99) nor a country (999) that exists. */
const MADE_UP_RESIDENCE_CARD = "999999";
const FIRST_RESIDENCE_CARD_BIRTH = "1950-01-01";
const RESIDENCE_CARD_BIRTH_DAYS = 18_000;

/** Opens the documents of a block; `random` is the whole world's, so that all books agree. */
export function createDocumentBook(random: Random, source: DocumentSource): DocumentBook {
  let rareUsed = 0;
  let codesUsed = 0;
  const taken = new Set<string>();
  const rare = (): number => source.blockIndex * RARE_DOCUMENTS_PER_BLOCK + rareUsed++;
  const sixDigits = (): string => String(rare()).padStart(6, "0");
  return {
    residentId: (bornOn, isMale) => {
      let day = bornOn;
      while (taken.has(`${day}|${isMale}`)) day = addDays(day, 1);
      taken.add(`${day}|${isMale}`);
      const number = composeResidentId(source.division.code, day, sequenceOf(random, source, day, isMale));
      return { type: "RESIDENT_ID", number };
    },
    creditCode: () => {
      const ordinal = source.turn * CREDIT_CODES_PER_BLOCK + codesUsed++;
      return { type: "UNIFIED_SOCIAL_CREDIT_CODE", number: composeCreditCode(source.division.code, ordinal) };
    },
    // Twelve characters where every machine-readable passport has nine: no country has issued it.
    passport: () => ({
      type: "PASSPORT",
      number: `XD9999${sixDigits()}`,
      issuingCountry: PASSPORT_COUNTRIES[rareUsed % PASSPORT_COUNTRIES.length] ?? "KOR",
    }),
    // Permits are numbered upwards and are far from their last million.
    hkMacauPermit: () => ({ type: "HK_MACAU_PERMIT", number: `${rareUsed % 2 ? "H" : "M"}99${sixDigits()}` }),
    taiwanPermit: () => ({ type: "TAIWAN_PERMIT", number: `99${sixDigits()}` }),
    permanentResidentId: () => residenceCard(rare()),
    // 幻 ("imaginary") is the series of no branch of the forces.
    militaryId: () => ({ type: "MILITARY_ID", number: `幻字第9${sixDigits()}号` }),
  };
}

// On each birth date the blocks of a division take their turns at another place, so that neighbours differ.
function sequenceOf(random: Random, source: DocumentSource, bornOn: string, isMale: boolean): number {
  const start = random.fork("sequence", source.division.code, bornOn).integer(0, TURNS_PER_DIVISION - 1);
  const pair = (start + source.turn) % TURNS_PER_DIVISION;
  return pair * 2 + (isMale ? 1 : 2);
}

function residenceCard(ordinal: number): WorldDocument {
  const bornOn = addDays(FIRST_RESIDENCE_CARD_BIRTH, (ordinal * 7919) % RESIDENCE_CARD_BIRTH_DAYS);
  const number = composeResidentId(
    MADE_UP_RESIDENCE_CARD,
    bornOn,
    Math.floor(ordinal / RESIDENCE_CARD_BIRTH_DAYS) + 1,
  );
  return { type: "FOREIGN_PERMANENT_RESIDENT_ID", number };
}
