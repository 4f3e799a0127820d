import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import { viewOf, type Caller } from "../../schema/contract/claims";
import { createIdempotentRequestStore } from "../../subgraphs/shared/reports/idempotentRequestStore";
import { rejected, type ItemVerdict } from "../../subgraphs/shared/reports/itemVerdict";
import type { SubgraphKeys } from "../../subgraphs/shared/requestContext";
import type { ReportOutcome } from "../../subgraphs/shared/types/ReportOutcome";
import { createLoaders } from "../../subgraphs/telecom/loaders";
import { UNKNOWN_CARRIER } from "../../subgraphs/telecom/requireCarrier";
import { createTelecomStores } from "../../subgraphs/telecom/stores";
import type { TelecomContext } from "../../subgraphs/telecom/telecomContext";

/** A row as its carrier reports it. */
export interface CarrierRow<Report> {
  readonly carrier: string;
  readonly report: Report;
}

/** Takes the rows of one carrier in, as its own report would be. */
export type ReportRows<Report> = (
  carrier: string,
  requestId: string,
  reports: readonly Report[],
  context: TelecomContext,
) => Promise<ReportOutcome>;

/**
 * Hands rows to the report of their carriers inside a transaction: what a file says is judged as what a carrier
 * reports. One verdict a row, in their order.
 */
export async function reportCarrierRows<Report>(
  tx: Kysely<unknown>,
  rows: readonly CarrierRow<Report>[],
  { keys, now }: { readonly keys: SubgraphKeys; readonly now: Date },
  report: ReportRows<Report>,
): Promise<readonly ItemVerdict[]> {
  const verdicts = new Map<CarrierRow<Report>, ItemVerdict>();
  for (const [carrier, own] of byCarrier(rows)) {
    const context = contextOf(tx, carrier, keys, now);
    if ((await context.loaders.institutionByCode(carrier)) === null) {
      for (const row of own) verdicts.set(row, rejected(UNKNOWN_CARRIER));
      continue;
    }
    const requestId = randomUUID();
    const reports = own.map(row => row.report);
    const { items } = await report(carrier, requestId, reports, context);
    // The batch's own progress says that it has been written: nobody can send this request again.
    await createIdempotentRequestStore(tx, "telecom").forget(carrier, requestId);
    own.forEach((row, place) => {
      const item = items[place];
      if (item !== undefined) verdicts.set(row, item);
    });
  }
  return rows.map(row => {
    const verdict = verdicts.get(row);
    if (verdict === undefined) throw new Error("A stored row has no verdict.");
    return verdict;
  });
}

function byCarrier<Report>(
  rows: readonly CarrierRow<Report>[],
): ReadonlyMap<string, readonly CarrierRow<Report>[]> {
  const grouped = new Map<string, CarrierRow<Report>[]>();
  for (const row of rows) grouped.set(row.carrier, [...(grouped.get(row.carrier) ?? []), row]);
  return grouped;
}

/** What a carrier's request would come with, all within the transaction of the batch. */
function contextOf(tx: Kysely<unknown>, carrier: string, keys: SubgraphKeys, now: Date): TelecomContext {
  const caller: Caller = {
    id: "import",
    kind: "CARRIER",
    institution: carrier,
    authority: null,
    scopes: [],
    person: null,
  };
  const claims = { caller, purpose: null, reference: null, view: viewOf(caller), extendedAccess: false };
  const clock = (): Date => now;
  const database: TelecomContext["database"] = {
    db: tx,
    transaction: work => work(tx),
    onStatement: () => () => undefined,
    open: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
  const stores = createTelecomStores(database);
  return { claims, clock, keys, database, stores, loaders: createLoaders(stores, claims, clock) };
}
