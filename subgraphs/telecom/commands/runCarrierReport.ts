import type { ItemVerdict } from "../../shared/reports/itemVerdict";
import { runReport } from "../../shared/reports/runReport";
import { noteTouched } from "../../shared/touched";
import type { ReportOutcome } from "../../shared/types/ReportOutcome";
import type { OutboxRecord } from "../store/tables/outboxTable";
import { requireCarrier } from "../requireCarrier";
import type { TelecomContext } from "../telecomContext";
import { openTransaction, type TelecomTransaction } from "./telecomTransaction";

/** A carrier's batch and what is done with it; see `runReport`. */
export interface CarrierReport<Item, Parsed> {
  readonly carrier: string;
  readonly requestId: string;
  readonly items: readonly Item[];
  parse(item: Item): Parsed;
  store(items: readonly Parsed[], transaction: TelecomTransaction): Promise<readonly ItemVerdict[]>;
}

/** Takes a carrier's report in, once for each request id, and tells the gateway what it touched. */
export async function runCarrierReport<Item, Parsed>(
  context: TelecomContext,
  { carrier, requestId, items, parse, store }: CarrierReport<Item, Parsed>,
): Promise<ReportOutcome> {
  await requireCarrier(carrier, context);
  const told: OutboxRecord[] = [];
  const outcome = await runReport({
    subgraph: "telecom",
    database: context.database,
    ids: context.keys.ids,
    at: context.clock(),
    institution: carrier,
    requestId,
    items,
    parse,
    store: (tx, parsed) => store(parsed, openTransaction(tx, context, told)),
  });
  noteTouched(
    context,
    told.flatMap(({ touched }) => touched),
  );
  return outcome;
}
