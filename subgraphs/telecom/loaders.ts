import { chinaDay } from "../../schema/contract/calendar";
import type { RequestClaims } from "../../schema/contract/claims";
import type { Clock } from "../../schema/contract/clock";
import { createHolderLoaders } from "./loaders/holderLoaders";
import { createHoldingLoaders } from "./loaders/holdingLoaders";
import { createInstitutionLoaders } from "./loaders/institutionLoaders";
import { createLineLoaders } from "./loaders/lineLoaders";
import { executionRowsOf, figuresOf, flagRowsOf, lineRowsOf } from "./rowFilter";
import type { TelecomStores } from "./stores";

/** One look-up per kind of row and request, however many rows ask; each shows what the caller's view may see. */
export function createLoaders(stores: TelecomStores, { view }: RequestClaims, clock: Clock) {
  const today = (): string => chinaDay(clock());
  return {
    ...createHolderLoaders(stores, lineRowsOf(view)),
    ...createHoldingLoaders(stores, today),
    ...createLineLoaders(stores, flagRowsOf(view), lineRowsOf(view)),
    ...createInstitutionLoaders(stores, executionRowsOf(view), figuresOf(view), clock, today),
  };
}

export type TelecomLoaders = ReturnType<typeof createLoaders>;
