import { sql, type Kysely } from "kysely";
import { someTexts } from "../../shared/store/someTexts";
import type { ReportedStatus } from "../accountStatus";
import type { RowFilter } from "../rowFilter";
import type { AccountClass, AccountKind, LimitExemption } from "../types/enums";
import { underKey, visible } from "./rowCondition";

/** An account as it is stored; what is sealed is opened by the resolver that shows it. */
export interface AccountRow {
  readonly id: string;
  readonly subjectId: string;
  readonly institution: string;
  readonly kind: AccountKind;
  readonly accountClass: AccountClass | null;
  readonly reportedStatus: ReportedStatus;
  readonly sealedNumber: string;
  readonly openedOn: string;
  readonly closedOn: string | null;
  readonly observedAt: Date;
  readonly outletCode: string | null;
  readonly sealedReservedPhone: string | null;
  readonly exemptFromLimit: LimitExemption | null;
  /** Since when it is whose and what it is; null: since the opening. */
  readonly unchangedSince: Date | null;
}

const ACCOUNT = sql`a.id, a.subject_id as "subjectId", a.institution, a.kind, a.account_class as "accountClass",
  a.reported_status as "reportedStatus", a.sealed_number as "sealedNumber", a.opened_on as "openedOn",
  a.closed_on as "closedOn", a.observed_at as "observedAt", a.outlet_code as "outletCode", a.sealed_reserved_phone as "sealedReservedPhone",
  a.exempt_from_limit as "exemptFromLimit", a.unchanged_since as "unchangedSince"`;

/** Reads accounts: by their holders (one shard a person) or by their ids (over the directory). */
export function createAccountStore(db: Kysely<unknown>) {
  return {
    async accountsBySubjects(subjectIds: readonly string[], filter: RowFilter): Promise<AccountRow[]> {
      const { rows } = await sql<AccountRow>`/* AccountStore.accountsBySubjects */
        select ${ACCOUNT} from banking.account a
        where a.subject_id = any(${someTexts(subjectIds)}) and ${visible(filter, "a")}`.execute(db);
      return rows;
    },

    async accountsByIds(ids: readonly string[], filter: RowFilter): Promise<AccountRow[]> {
      const { rows } = await sql<AccountRow>`/* AccountStore.accountsByIds */
        select ${ACCOUNT} from banking.account_directory d
        join banking.account a on a.subject_id = d.subject_id and a.id = d.id
        where d.id = any(${someTexts(ids)}) and ${visible(filter, "a")}`.execute(db);
      return rows;
    },

    /** Who holds these accounts, for rules that compare holders and show none. */
    async holdersOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
      const { rows } = await sql<{ id: string; subjectId: string }>`/* AccountStore.holdersOf */
        select id, subject_id as "subjectId" from banking.account_directory
        where id = any(${someTexts(ids)})`.execute(db);
      return new Map(rows.map(row => [row.id, row.subjectId]));
    },

    /** Accounts that name a line as their reserved phone now, by line; at most so many for each. */
    async accountIdsByReservedLines(
      lineKeys: readonly string[],
      limit: number,
    ): Promise<{ readonly lineKey: string; readonly accountId: string }[]> {
      const { rows } = await sql<{
        lineKey: string;
        accountId: string;
      }>`/* AccountStore.accountIdsByReservedLines */
        select k.link_key as "lineKey", m.account_id as "accountId"
        from unnest(${lineKeys}::text[]) as k(link_key) cross join lateral (
          select l.account_id from banking.link_key l
          where ${underKey("l.link_key", "k.link_key")} and l.is_current
          order by l.account_id limit ${limit}::int) m
        order by m.account_id`.execute(db);
      return rows;
    },
  };
}

export type AccountStore = ReturnType<typeof createAccountStore>;
