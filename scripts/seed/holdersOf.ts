import type { WorldAccountRef, WorldChunk, WorldDocument } from "./worldModel";

/** Who holds an account. */
export interface AccountHolder {
  readonly document: WorldDocument;
  readonly name: string | null;
}

/** One text an account, for maps. */
export function accountKey({ institution, number }: WorldAccountRef): string {
  return `${institution}|${number}`;
}

/** The holders of a chunk's accounts, by `accountKey`. */
export function holdersOf({ accounts, subjects }: WorldChunk): ReadonlyMap<string, AccountHolder> {
  const names = new Map(subjects.map(({ document, name }) => [document.number, name]));
  return new Map(
    accounts.map(account => [
      accountKey(account),
      { document: account.holder, name: names.get(account.holder.number) ?? null },
    ]),
  );
}
