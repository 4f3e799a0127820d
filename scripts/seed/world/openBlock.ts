import type { Block } from "./block";
import { createDocumentBook, TURNS_PER_DIVISION } from "./numbers/createDocumentBook";
import { createNumberBook } from "./numbers/createNumberBook";
import { HOME_COUNTY } from "./reference/organs";
import { DIVISIONS } from "./reference/divisions";
import type { WorldPlan } from "./worldPlan";

/** The index of the block in which the named people live. */
export const NAMED_BLOCK = 0;

/** The last turn in each division is kept for the named people. */
const LAST_TURN = TURNS_PER_DIVISION - 1;
/** The most blocks, besides the named people's, that the sequence numbers of the documents suffice for. */
export const MOST_BLOCKS = DIVISIONS.length * LAST_TURN;

/** Opens a block: where it lies, its own chance, and its own ranges of numbers. */
export function openBlock(plan: WorldPlan, index: number): Block {
  const place = index - 1;
  const division =
    index === NAMED_BLOCK
      ? DIVISIONS.find(({ code }) => code === HOME_COUNTY)
      : DIVISIONS[place % DIVISIONS.length];
  if (division === undefined || index > MOST_BLOCKS)
    throw new RangeError(`There is no room for block ${index}.`);
  const turn = index === NAMED_BLOCK ? LAST_TURN : Math.floor(place / DIVISIONS.length);
  return {
    plan,
    index,
    division,
    random: plan.random.fork("block", index),
    numbers: createNumberBook(plan.random, index),
    documents: createDocumentBook(plan.random, { division, turn, blockIndex: index }),
  };
}
