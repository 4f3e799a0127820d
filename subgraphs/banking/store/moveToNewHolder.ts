import { sql, type Kysely, type RawBuilder } from "kysely";
import { recordset } from "../../shared/store/recordset";

/** An account that is about to be written under another holder. */
export interface MovedAccount {
  readonly id: string;
  readonly subjectId: string;
  readonly previousSubjectId: string;
}

interface PersonTable {
  readonly name: string;
  readonly accountColumn: string;
  /** All columns but `subject_id`. */
  readonly columns: string;
  /** Which of an account's rows go with it; the others are about whoever held it, and stay with them. */
  readonly follows: RawBuilder<unknown>;
}

/** The police put these on an account, whoever holds it. */
const ON_ACCOUNTS = sql.raw("('STOP_PAYMENT', 'FREEZE', 'SUPPLY_STATEMENT')");

const isOrderOnAccount = sql`(t.kind in ${ON_ACCOUNTS} or t.kind = 'RESTORE' and exists (
  select from banking.account_order u where u.subject_id = t.subject_id and u.account_id = t.account_id
    and u.cause_id = t.cause_id and u.kind in ${ON_ACCOUNTS}))`;

const PERSON_TABLES: readonly PersonTable[] = [
  {
    name: "account",
    accountColumn: "id",
    columns: `id, institution, kind, account_class, reported_status, sealed_number, opened_on, closed_on,
      outlet_code, sealed_reserved_phone, exempt_from_limit, involved_on, link_keys, observed_at`,
    follows: sql`true`,
  },
  {
    name: "restriction",
    accountColumn: "account_id",
    columns: "account_id, id, kind, starts_at, ends_at, lifted_at, cause_id, derivation",
    follows: sql`t.kind in ${ON_ACCOUNTS}`,
  },
  {
    name: "account_order",
    accountColumn: "account_id",
    columns: `id, account_id, institution, kind, status, reason, issued_at, due_at, delivered_at, executed_at,
      refusal_reason, cause_id, reference, given_away_at, lifted_at`,
    follows: isOrderOnAccount,
  },
];

/**
 * Moves accounts and what hangs on them to their new holders: a freeze is not shaken off by a change of holder. What is
 * ordered against a person stays with the person, and is undone where it is another's account: see `leaveOthersAccounts`.
 * Rows are written again and deleted, since engines that shard by holder refuse to change it in place.
 */
export async function moveToNewHolder(tx: Kysely<unknown>, moved: readonly MovedAccount[]): Promise<void> {
  if (moved.length === 0) return;
  const rows = recordset(moved, { id: "text", subjectId: "text", previousSubjectId: "text" });
  await sql`/* AccountReportStore.moveOrderDirectory */
    update banking.order_directory d set subject_id = r."subjectId"
    from banking.account_order t, ${rows}
    where t.subject_id = r."previousSubjectId" and t.account_id = r.id and d.id = t.id
      and ${isOrderOnAccount}`.execute(tx);
  for (const table of PERSON_TABLES) await moveRows(tx, table, rows);
}

async function moveRows(
  tx: Kysely<unknown>,
  { name, accountColumn, columns, follows }: PersonTable,
  moved: RawBuilder<unknown>,
): Promise<void> {
  const table = sql.table(`banking.${name}`);
  const account = sql.ref(`t.${accountColumn}`);
  await sql`/* AccountReportStore.moveRows */
    insert into ${table} (subject_id, ${sql.raw(columns)})
    select m.new_subject_id, ${sql.raw(columns)} from (
      select t.*, r."subjectId" as new_subject_id from ${table} t, ${moved}
      where t.subject_id = r."previousSubjectId" and ${account} = r.id and ${follows}) m`.execute(tx);
  await sql`/* AccountReportStore.deleteMovedRows */
    delete from ${table} t using ${moved}
    where t.subject_id = r."previousSubjectId" and ${account} = r.id and ${follows}`.execute(tx);
}
