import { sql, type Kysely, type RawBuilder } from "kysely";
import { someTexts } from "../../shared/store/someTexts";
import type { TrailDirection } from "../types/enums";
import type { Transfer } from "../types/Transfer";
import { underKey } from "./rowCondition";

/** A transfer with the accounts it ran between. */
export interface TransferRow extends Transfer {
  readonly fromId: string;
  readonly toId: string;
  readonly reference: string;
}

/** A transfer seen from one of its accounts. */
export interface TransferEdge extends TransferRow {
  readonly accountId: string;
}

/** A place in an account's transfers, newest first. */
export interface TransferPlace {
  readonly at: Date;
  readonly id: string;
}

const TRANSFER = sql`t.id, t.at, t.amount, t.channel, t.case_number as "caseNumber", t.reference,
  case t.direction when 'OUT' then t.account_id else t.counterpart_id end as "fromId",
  case t.direction when 'OUT' then t.counterpart_id else t.account_id end as "toId"`;

/** Reads case-related transfers. */
export function createTransferStore(db: Kysely<unknown>) {
  return {
    async transfersByIds(ids: readonly string[]): Promise<TransferRow[]> {
      const { rows } = await sql<TransferRow>`/* TransferStore.transfersByIds */
        select ${TRANSFER} from banking.transfer_directory d
        join banking.transfer_edge t on t.account_id = d.from_account_id and t.direction = 'OUT'
          and t.at = d.at and t.id = d.id
        where d.id = any(${ids}::text[])`.execute(db);
      return rows;
    },

    /** For each account its newest transfers, in and out, after a place in that order. */
    async newestByAccounts(
      accountIds: readonly string[],
      after: TransferPlace | null,
      limit: number,
    ): Promise<TransferEdge[]> {
      const { rows } = await sql<TransferEdge>`/* TransferStore.newestByAccounts */
        select k.account_id as "accountId", t.* from unnest(${someTexts(accountIds)}) as k(account_id)
        cross join lateral (
          (${newest("OUT", after, limit)}) union all (${newest("IN", after, limit)})
          order by at desc, id desc limit ${limit}::int) t
        order by t.at desc, t.id desc`.execute(db);
      return rows;
    },

    /** For each account the transfers that follow money on, oldest first, at most so many. */
    async edgesByAccounts(
      accountIds: readonly string[],
      direction: TrailDirection,
      from: Date | null,
      to: Date | null,
      limit: number,
    ): Promise<TransferEdge[]> {
      const { rows } = await sql<TransferEdge>`/* TransferStore.edgesByAccounts */
        select k.account_id as "accountId", t.* from unnest(${accountIds}::text[]) as k(account_id)
        cross join lateral (
          select ${TRANSFER} from banking.transfer_edge t
          where ${underKey("t.account_id", "k.account_id")} and t.direction = ${direction}
            and (${from}::timestamptz is null or t.at >= ${from}::timestamptz)
            and (${to}::timestamptz is null or t.at <= ${to}::timestamptz)
          order by t.at, t.id limit ${limit}::int) t
        order by t.at, t.id`.execute(db);
      return rows;
    },
  };
}

export type TransferStore = ReturnType<typeof createTransferStore>;

// One direction at a time, so that the rows come in the order of the key. A transfer of an account to itself
// stands there twice and is shown once.
function newest(direction: "IN" | "OUT", after: TransferPlace | null, limit: number): RawBuilder<unknown> {
  return sql`select ${TRANSFER} from banking.transfer_edge t
    where ${underKey("t.account_id", "k.account_id")} and t.direction = ${direction}
      and not (t.direction = 'IN' and t.counterpart_id = t.account_id)
      and (${after?.id ?? null}::text is null
        or (t.at, t.id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::text))
    order by t.at desc, t.id desc limit ${limit}::int`;
}
