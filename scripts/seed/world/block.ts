import type { DocumentBook } from "./numbers/createDocumentBook";
import type { NumberBook } from "./numbers/createNumberBook";
import type { Random } from "./random/createRandom";
import type { Division } from "./reference/divisions";
import type { WorldPlan } from "./worldPlan";

/** A neighbourhood in the making: everything in it refers to nothing outside but the reference data. */
export interface Block {
  readonly plan: WorldPlan;
  /** 0 is the named people's; the others count up from 1. */
  readonly index: number;
  readonly division: Division;
  readonly random: Random;
  readonly numbers: NumberBook;
  readonly documents: DocumentBook;
}
