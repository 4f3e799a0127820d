import type { Kysely } from "kysely";
import { createTransferReportStore } from "./transferReportStore";
import type { TransferRow } from "./transferStore";

/** What became of a transfer: it is new, was known, or its accounts and reference are another transfer's. */
export interface SavedTransfer {
  readonly id: string;
  readonly state: "NEW" | "KNOWN" | "OTHER";
}

/** Saves transfers in a transaction and tells what became of each, in their order; named twice, the first one is new. */
export async function saveTransfers(
  tx: Kysely<unknown>,
  transfers: readonly TransferRow[],
): Promise<readonly SavedTransfer[]> {
  const first = new Map<string, TransferRow>();
  for (const transfer of transfers) if (!first.has(transfer.id)) first.set(transfer.id, transfer);
  const store = createTransferReportStore(tx);
  const added = await store.addTransfers([...first.values()]);
  const isNew = (one: TransferRow): boolean => added.has(one.id) && first.get(one.id) === one;
  const known = await store.knownAmong(transfers.filter(one => !isNew(one)));
  const stateOf = (one: TransferRow) => (isNew(one) ? "NEW" : known.has(one) ? "KNOWN" : "OTHER");
  return transfers.map(one => ({ id: one.id, state: stateOf(one) }));
}
