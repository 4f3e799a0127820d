import { runReport } from "../../shared/reports/runReport";
import { noteTouched, type EntityKey } from "../../shared/touched";
import type { ReportOutcome } from "../../shared/types/ReportOutcome";
import type { BankingContext } from "../bankingContext";
import { parseTransferReport } from "../reports/parseTransferReport";
import { requireOwnRegister } from "../reports/requireOwnRegister";
import { createOutboxStore, type OutboxEntry } from "../store/outboxStore";
import { saveTransfers } from "../store/saveTransfers";
import type { TransferRow } from "../store/transferStore";
import type { ReportTransfersInput } from "../types/ReportTransfersInput";
import { transferVerdict } from "./transferVerdict";

/** Takes case-related transfers in; one that both its institutions report is one transfer. */
export async function reportTransfers(
  { requestId, institution, transfers }: ReportTransfersInput,
  context: BankingContext,
): Promise<ReportOutcome> {
  const { claims, clock, database, keys } = context;
  await requireOwnRegister(institution, context);
  const at = clock();
  const added: TransferRow[] = [];
  const outcome = await runReport({
    subgraph: "banking",
    database,
    ids: keys.ids,
    at,
    institution,
    requestId,
    items: transfers,
    parse: report => parseTransferReport(report, { institution, ids: keys.ids, now: at }),
    async store(tx, rows) {
      const saved = await saveTransfers(tx, rows);
      added.push(...rows.filter((_, index) => saved[index]?.state === "NEW"));
      const changes = added.map(row => transferChange(row, institution, [claims.view, "police"]));
      await createOutboxStore(tx).addChanges(changes, at);
      return saved.map(transferVerdict);
    },
  });
  noteTouched(context, added.flatMap(touchedByTransfer));
  return outcome;
}

function touchedByTransfer({ fromId, toId }: TransferRow): EntityKey[] {
  return [`Account:${fromId}`, `Account:${toId}`];
}

// Of the account whose money went: from it the police follow it on.
function transferChange(
  transfer: TransferRow,
  institution: string,
  audiences: readonly string[],
): OutboxEntry {
  return {
    kind: "TRANSFER_REPORTED",
    audiences,
    institution,
    subjectId: null,
    accountId: transfer.fromId,
    orderId: null,
    touched: touchedByTransfer(transfer),
  };
}
