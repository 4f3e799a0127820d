import type { WorldAccount } from "../worldModel";

/** As of when each institution has reported everything, by its code; null: half-way or silent. */
export type CompleteAsOf = ReadonlyMap<string, string | null>;

/** When the institution saw an account so: as of its declaration, else on the latest day that the account tells of. */
export function observedAt(account: WorldAccount, completeAsOf: CompleteAsOf): Date {
  const declared = completeAsOf.get(account.institution) ?? null;
  if (declared !== null) return new Date(declared);
  const days = [account.openedOn, account.closedOn, account.involvedOn].filter(day => day !== null);
  return new Date(`${days.reduce((latest, day) => (day > latest ? day : latest))}T00:00:00+08:00`);
}
