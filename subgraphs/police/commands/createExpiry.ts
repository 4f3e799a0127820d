import type { Kysely } from "kysely";
import { chinaDay } from "../../../schema/contract/calendar";
import type { Clock } from "../../../schema/contract/clock";
import type { Database } from "../../../schema/database/openDatabase";
import type { EntityKey } from "../../shared/touched";
import { ruleTermsOf } from "../rules/ruleVersions";
import { createExpiryStore, type ExpiredMeasure, type ExpiryStore } from "../store/expiryStore";
import { createOutboxStore, type OutboxStore } from "../store/outboxStore";
import { createSanctionStore } from "../store/sanctionStore";
import { eventMeasures } from "./eventMeasures";
import { tellFreeze } from "./tellFreeze";
import { measureFacts } from "./measureEvent";
import { stopPaymentFacts } from "./stopPaymentFacts";

/** One transaction's worth: a day's end of a whole country is told in pieces, between which others write. */
const MAX_AT_ONCE = 200;

interface Expiry {
  readonly tx: Kysely<unknown>;
  readonly at: Date;
  readonly today: string;
  readonly expired: ExpiryStore;
  readonly outbox: OutboxStore;
}

/**
 * Tells of measures whose last day has passed, of freezes likewise and of stops whose hours are over: each once, however
 * often this runs and wherever it is killed, since the mark and the event stand together. True where more may wait.
 */
export function createExpiry(database: Database, clock: Clock): () => Promise<boolean> {
  return async () => {
    const at = clock();
    const today = chinaDay(at);
    // Outside a transaction: a commit wakes whoever waits for changes, and a look is none.
    if (!(await createExpiryStore(database.db).hasExpired(today, at))) return false;
    return database.transaction(async tx => {
      const outbox = createOutboxStore(tx, new Set<EntityKey>());
      const expiry = { tx, at, today, expired: createExpiryStore(tx), outbox };
      const counts = [await expireSanctions(expiry), await expireStops(expiry), await expireFreezes(expiry)];
      return counts.includes(MAX_AT_ONCE);
    });
  };
}

async function expireSanctions({ tx, at, today, expired, outbox }: Expiry): Promise<number> {
  const measures = await expired.takeMeasures(today, at, MAX_AT_ONCE);
  const bySanction = new Map<string, ExpiredMeasure[]>();
  for (const measure of measures)
    bySanction.set(measure.sanctionId, [...(bySanction.get(measure.sanctionId) ?? []), measure]);
  const sanctions = await createSanctionStore(tx).sanctionsByIds([...bySanction.keys()]);
  for (const { id, subjectId, caseNumber, ruleVersion } of sanctions.values()) {
    const facts = measureFacts({
      causeKind: "SANCTION",
      causeId: id,
      caseNumber,
      subjectId,
      measures: eventMeasures(bySanction.get(id) ?? []),
      article: ruleTermsOf(ruleVersion).article,
      ruleVersion,
    });
    const event = { kind: "MEASURE_EXPIRED", ...facts } as const;
    await outbox.insert({ kind: event.kind, at, subjectId, sanctionId: id, caseNumber, event });
  }
  return measures.length;
}

async function expireStops({ at, expired, outbox }: Expiry): Promise<number> {
  const stops = await expired.takeStops(at, MAX_AT_ONCE);
  for (const stop of stops) {
    const { caseNumber, accountId } = stop;
    const event = { kind: "MEASURE_EXPIRED", ...stopPaymentFacts(stop, null) } as const;
    await outbox.insert({ kind: event.kind, at, caseNumber, event, touched: [`Account:${accountId}`] });
  }
  return stops.length;
}

async function expireFreezes(expiry: Expiry): Promise<number> {
  const freezes = await expiry.expired.takeFreezes(expiry.today, expiry.at, MAX_AT_ONCE);
  for (const freeze of freezes) await tellFreeze({ kind: "MEASURE_EXPIRED" }, freeze, expiry);
  return freezes.length;
}
