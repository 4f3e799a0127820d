import { sql, type Kysely } from "kysely";
import type { RestorationEvent } from "../../../schema/contract/restorationEvents";
import type { EntityKey } from "../../shared/touched";
import { recordset } from "../../shared/store/recordset";

/** What changed, in ids alone. */
export interface OutboxEntry {
  readonly kind: string;
  /** Whose feeds tell of it: views, such as `bank:102`. Without one it is told to nobody, and only ends what was cached. */
  readonly audiences: readonly string[];
  readonly institution: string | null;
  readonly subjectId: string | null;
  readonly accountId: string | null;
  readonly orderId: string | null;
  /** Entities whose cached answers it has made wrong. */
  readonly touched: readonly EntityKey[];
  /** What another subgraph is to act upon, where an audience is one. */
  readonly event?: RestorationEvent;
}

/** Writes down what a transaction changed, inside that transaction: both are there, or neither is. */
export function createOutboxStore(tx: Kysely<unknown>) {
  return {
    async addChanges(entries: readonly OutboxEntry[], at: Date): Promise<void> {
      if (entries.length === 0) return;
      const rows = entries.map(({ event, ...entry }) => ({
        ...entry,
        payload: event ?? null,
      }));
      await sql`/* OutboxStore.addChanges */
        insert into banking.outbox (at, kind, audiences, institution, subject_id, account_id, order_id, touched,
          payload)
        select ${at}::timestamptz, r.kind, r.audiences, r.institution, r."subjectId", r."accountId",
          r."orderId", r.touched, r.payload
        from ${recordset(rows, OUTBOX_COLUMNS)}`.execute(tx);
    },
  };
}

const OUTBOX_COLUMNS = {
  kind: "text",
  audiences: "text[]",
  institution: "text",
  subjectId: "text",
  accountId: "text",
  orderId: "text",
  touched: "text[]",
  payload: "jsonb",
};
