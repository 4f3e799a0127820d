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
}

const PERSON_TABLES: readonly PersonTable[] = [
  {
    name: "account",
    accountColumn: "id",
    columns: `id, institution, kind, account_class, reported_status, sealed_number, opened_on, closed_on,
      outlet_code, sealed_reserved_phone, exempt_from_limit, involved_on, link_keys, observed_at`,
  },
  {
    name: "restriction",
    accountColumn: "account_id",
    columns: "account_id, id, kind, starts_at, ends_at, lifted_at, cause_id, derivation",
  },
  {
    name: "account_order",
    accountColumn: "account_id",
    columns: `id, account_id, institution, kind, status, reason, issued_at, due_at, delivered_at, executed_at,
      refusal_reason, cause_id, reference`,
  },
];

/**
 * Moves accounts and what hangs on them to their new holders: a restriction is not shaken off by a change of
 * holder. Rows are written again and deleted, since engines that shard by holder refuse to change it in place.
 */
export async function moveToNewHolder(tx: Kysely<unknown>, moved: readonly MovedAccount[]): Promise<void> {
  if (moved.length === 0) return;
  const rows = recordset(moved, { id: "text", subjectId: "text", previousSubjectId: "text" });
  await sql`/* AccountReportStore.moveOrderDirectory */
    update banking.order_directory d set subject_id = r."subjectId"
    from banking.account_order o, ${rows}
    where o.subject_id = r."previousSubjectId" and o.account_id = r.id and d.id = o.id`.execute(tx);
  for (const table of PERSON_TABLES) await moveRows(tx, table, rows);
}

async function moveRows(
  tx: Kysely<unknown>,
  { name, accountColumn, columns }: PersonTable,
  moved: RawBuilder<unknown>,
): Promise<void> {
  const table = sql.table(`banking.${name}`);
  const account = sql.ref(`t.${accountColumn}`);
  await sql`/* AccountReportStore.moveRows */
    insert into ${table} (subject_id, ${sql.raw(columns)})
    select m.new_subject_id, ${sql.raw(columns)} from (
      select t.*, r."subjectId" as new_subject_id from ${table} t, ${moved}
      where t.subject_id = r."previousSubjectId" and ${account} = r.id) m`.execute(tx);
  await sql`/* AccountReportStore.deleteMovedRows */
    delete from ${table} t using ${moved}
    where t.subject_id = r."previousSubjectId" and ${account} = r.id`.execute(tx);
}
