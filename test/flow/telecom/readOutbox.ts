import { sql } from "kysely";
import type { TelecomHub } from "./telecomHub";

/** A change as it waits in the outbox. */
export interface OutboxRow {
  readonly kind: string;
  readonly audiences: string[];
  readonly subject_id: string | null;
  readonly line_id: string | null;
  readonly flag_id: string | null;
  readonly order_id: string | null;
  readonly rectification_id: string | null;
  readonly touched: string[];
}

/** The changes about a line, a flag or a rectification that have not been numbered yet. */
export async function readOutbox(
  { database }: Pick<TelecomHub, "database">,
  about: { readonly lineId?: string; readonly flagId?: string; readonly rectificationId?: string },
): Promise<OutboxRow[]> {
  const { rows } = await sql<OutboxRow>`select * from telecom.outbox
    where line_id = ${about.lineId ?? null} or flag_id = ${about.flagId ?? null}
      or rectification_id = ${about.rectificationId ?? null} order by position`.execute(database.db);
  return rows;
}
