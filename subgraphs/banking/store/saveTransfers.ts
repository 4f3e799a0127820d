import type { Kysely } from "kysely";
import { createTransferReportStore } from "./transferReportStore";
import type { TransferRow } from "./transferStore";

/** Saves transfers in a transaction and tells, in their order, which were new; named twice, the first one is. */
export async function saveTransfers(
  tx: Kysely<unknown>,
  transfers: readonly TransferRow[],
): Promise<readonly boolean[]> {
  const first = new Map<string, TransferRow>();
  for (const transfer of transfers) if (!first.has(transfer.id)) first.set(transfer.id, transfer);
  const added = await createTransferReportStore(tx).addTransfers([...first.values()]);
  return transfers.map(transfer => added.has(transfer.id) && first.get(transfer.id) === transfer);
}
