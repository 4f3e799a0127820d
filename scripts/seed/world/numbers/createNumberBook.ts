import { luhnCheckDigit } from "../../../../schema/contract/accountNumber";
import type { Random } from "../random/createRandom";
import { createPermutation } from "../random/createPermutation";

/** Hands out the numbers of one block's lines and accounts; no two blocks ever hand out the same. */
export interface NumberBook {
  mobile(prefix: string): string;
  iot(): string;
  fixedLine(): string;
  number400(): string;
  /** Debit, credit and unit cards. */
  card(bank: string): string;
  /** Passbooks and unit accounts: no check digit. */
  bookAccount(bank: string): string;
  paymentAccount(institution: string): string;
}

/** Numbers kept ready for each block: about three times what its 150 people and their units need. */
const LONG_RANGE = 2048;
const FIXED_LINE_RANGE = 96;
const NUMBER_400_RANGE = 16;

/** 142 has been given to no carrier, for 13 digits neither. */
const IOT_PREFIX = "14200";
/** No exchange has area code 026: it is kept free in the plan. The 2 begins the subscriber's eight digits. */
const FIXED_LINE_PREFIX = "0262";
/** 400-4 is not in use: the figure is avoided. */
const NUMBER_400_PREFIX = "4004";
/** ISO/IEC 7812: 9 is followed by the country of the issuer, and no country has 999. */
const MADE_UP_ISSUER = "999";

/** Opens the book of the block with this index; `random` is the whole world's, so that all books agree. */
export function createNumberBook(random: Random, blockIndex: number): NumberBook {
  const eight = countUp(random.fork("eight"), 8, blockIndex, LONG_RANGE);
  const seven = countUp(random.fork("seven"), 7, blockIndex, FIXED_LINE_RANGE);
  const six = countUp(random.fork("six"), 6, blockIndex, NUMBER_400_RANGE);
  return {
    mobile: prefix => prefix + eight(),
    iot: () => IOT_PREFIX + eight(),
    fixedLine: () => FIXED_LINE_PREFIX + seven(),
    number400: () => NUMBER_400_PREFIX + six(),
    card: bank => {
      const digits = `${MADE_UP_ISSUER}${bank}${String(blockIndex % 10_000).padStart(4, "0")}${eight()}`;
      return digits + luhnCheckDigit(digits);
    },
    bookAccount: bank => `${bank}99${eight()}${String(blockIndex % 100).padStart(2, "0")}1`,
    paymentAccount: institution => `${institution}${eight()}`,
  };
}

// The permutation depends on the seed alone, so the ranges of two blocks stay apart after it.
function countUp(random: Random, digits: number, blockIndex: number, range: number): () => string {
  const size = 10 ** digits;
  const permute = createPermutation(size, random.integer(0, size - 1));
  let used = 0;
  return () => {
    if (used === range) throw new RangeError(`A block has used up its ${range} numbers.`);
    const ordinal = blockIndex * range + used;
    used += 1;
    return String(permute(ordinal)).padStart(digits, "0");
  };
}
