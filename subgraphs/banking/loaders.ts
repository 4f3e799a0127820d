import { chinaDay } from "../../schema/contract/calendar";
import type { RequestClaims } from "../../schema/contract/claims";
import type { Clock } from "../../schema/contract/clock";
import { createAccountLoaders } from "./loaders/accountLoaders";
import { createPersonLoaders } from "./loaders/personLoaders";
import { createRegisterLoaders } from "./loaders/registerLoaders";
import { createSearchLoaders } from "./loaders/searchLoaders";
import { accountRowsOf, executionRowsOf } from "./rowFilter";
import type { BankingStores } from "./stores";

/** One look-up per kind of row and request, however many rows ask; made anew for each request. */
export function createLoaders(stores: BankingStores, { view }: RequestClaims, clock: Clock) {
  const now = clock();
  return {
    ...createAccountLoaders(stores, accountRowsOf(view)),
    ...createPersonLoaders(stores, chinaDay(now)),
    ...createRegisterLoaders(stores, executionRowsOf(view), now),
    ...createSearchLoaders(stores),
  };
}

export type BankingLoaders = ReturnType<typeof createLoaders>;
