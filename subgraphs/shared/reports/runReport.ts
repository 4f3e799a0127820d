import type { Kysely } from "kysely";
import type { DirectoryIds } from "../../../schema/contract/directoryIds";
import { HubError } from "../../../schema/contract/errors";
import type { StoreName } from "../../../schema/database/migrate";
import type { Database } from "../../../schema/database/openDatabase";
import { ItemState } from "../types/enums";
import type { ReportOutcome } from "../types/ReportOutcome";
import { createIdempotentRequestStore } from "./idempotentRequestStore";
import { rejected, type ItemVerdict } from "./itemVerdict";

/** About 4 MB of text: what a subgraph's body limit takes, and a transaction of a few hundred milliseconds. */
export const MAX_REPORT_ITEMS = 10_000;
/** Longer than a UUID with a name before it; what is longer is no id. */
const MAX_REQUEST_ID_LENGTH = 128;
const PRINTABLE = /^[\x21-\x7E]+$/;

/** A batch as an institution reports it, and what is done with it. */
export interface Report<Item, Parsed> {
  /** The subgraph, and so the database schema, that keeps the request ids. */
  readonly subgraph: StoreName;
  readonly database: Database;
  readonly ids: DirectoryIds;
  readonly at: Date;
  readonly institution: string;
  readonly requestId: string;
  readonly items: readonly Item[];
  /** Checks an item by itself. A HubError that it throws rejects the item alone. */
  parse(item: Item): Parsed;
  /**
   * Stores the items that could be read, in a few statements for all of them, with the outbox rows; one verdict an
   * item, in their order. Called once, inside the transaction that also keeps the outcome.
   */
  store(tx: Kysely<unknown>, items: readonly Parsed[]): Promise<readonly ItemVerdict[]>;
}

/**
 * Takes a report in: once for each (institution, requestId), however often it is sent. The same id with the same
 * body is answered as the first time and changes nothing. Throws LIMIT_EXCEEDED for too many items, BAD_INPUT for
 * an id that is none, and REQUEST_ID_REUSED for a known id with another body; then nothing is stored.
 */
export async function runReport<Item, Parsed>(report: Report<Item, Parsed>): Promise<ReportOutcome> {
  const { institution, requestId, items, at, ids } = report;
  requireBounds(requestId, items.length);
  // Keyed: the digest of a short report must not let anybody try out the numbers that it may hold.
  const request = { institution, requestId, at, bodyDigest: ids.bodyDigest(JSON.stringify(items)) };
  return report.database.transaction(async tx => {
    const requests = createIdempotentRequestStore(tx, report.subgraph);
    const known = await requests.claim(request);
    if (known !== null) {
      if (known.bodyDigest === request.bodyDigest) return known.outcome;
      throw new HubError(
        "REQUEST_ID_REUSED",
        "This requestId was used for another report: send this one under a new id.",
      );
    }
    const outcome = toOutcome(requestId, await judgeItems(tx, report));
    await requests.complete(request, outcome);
    return outcome;
  });
}

function requireBounds(requestId: string, items: number): void {
  if (items > MAX_REPORT_ITEMS) {
    throw new HubError(
      "LIMIT_EXCEEDED",
      `A report has at most ${MAX_REPORT_ITEMS} items: send the rest under another requestId.`,
    );
  }
  if (requestId.length > MAX_REQUEST_ID_LENGTH || !PRINTABLE.test(requestId)) {
    throw new HubError(
      "BAD_INPUT",
      `A requestId has 1 to ${MAX_REQUEST_ID_LENGTH} printable ASCII characters without spaces.`,
    );
  }
}

async function judgeItems<Item, Parsed>(
  tx: Kysely<unknown>,
  { items, parse, store }: Report<Item, Parsed>,
): Promise<readonly ItemVerdict[]> {
  const readings = items.map(item => read(item, parse));
  const parsed = readings.flatMap(reading => ("parsed" in reading ? [reading.parsed] : []));
  const stored = parsed.length === 0 ? [] : await store(tx, parsed);
  if (stored.length !== parsed.length)
    throw new Error("A report was stored without a verdict for each item.");
  let next = 0;
  return readings.map(reading => {
    if ("verdict" in reading) return reading.verdict;
    const verdict = stored[next++];
    if (verdict === undefined) throw new Error("A stored item has no verdict.");
    return verdict;
  });
}

type Reading<Parsed> = { readonly parsed: Parsed } | { readonly verdict: ItemVerdict };

function read<Item, Parsed>(item: Item, parse: (item: Item) => Parsed): Reading<Parsed> {
  try {
    return { parsed: parse(item) };
  } catch (error) {
    if (error instanceof HubError) return { verdict: rejected(error) };
    throw error;
  }
}

function toOutcome(requestId: string, verdicts: readonly ItemVerdict[]): ReportOutcome {
  const count = (state: ItemState): number => verdicts.filter(verdict => verdict.state === state).length;
  return {
    requestId,
    accepted: count(ItemState.ACCEPTED),
    duplicate: count(ItemState.DUPLICATE),
    rejected: count(ItemState.REJECTED),
    items: verdicts.map((verdict, index) => ({ index, ...verdict })),
  };
}
