import { sql, type Kysely } from "kysely";
import { recordset } from "../../shared/store/recordset";

/** Columns by table, each with its type as the statement needs it. */
const TABLES = {
  authority: { code: "text", name: "text", level: "text", region: "text", superior: "text" },
  institution: { code: "text", name: "text", sector: "text", region: "text" },
  case_file: {
    number: "text",
    title: "text",
    authority: "text",
    status: "text",
    lead: "text",
    opened_on: "date",
    closed_on: "date",
  },
  case_officer: { officer: "text", case_number: "text", assigned_at: "timestamptz" },
  case_stage: { case_number: "text", name: "text", entered_on: "date" },
  involvement: {
    id: "uuid",
    case_number: "text",
    role: "text",
    standing: "text",
    subject_id: "text",
    line_id: "text",
    sealed_line_number: "text",
    account_id: "text",
    account_institution: "text",
    conduct: "text",
    knowing: "boolean",
    added_by: "text",
    marked_at: "timestamptz",
    confirmed_by: "text",
    confirmed_at: "timestamptz",
    recognised_by: "text",
    recognised_on: "date",
    withdrawn_at: "timestamptz",
  },
  access_approval: {
    id: "uuid",
    case_number: "text",
    officer: "text",
    approved_by: "text",
    reason: "text",
    approved_at: "timestamptz",
    expires_at: "timestamptz",
  },
  surrender: {
    id: "uuid",
    case_number: "text",
    subject_id: "text",
    surrendered_on: "date",
    confessed: "boolean",
    exposed_others: "boolean",
  },
  stop_payment: {
    id: "uuid",
    case_number: "text",
    account_id: "text",
    account_institution: "text",
    starts_at: "timestamptz",
    ends_at: "timestamptz",
    sequence: "integer",
    authority: "text",
    issued_by: "text",
    issued_at: "timestamptz",
    sealed_holder_name: "text",
    expiry_told_at: "timestamptz",
  },
  freeze: {
    id: "uuid",
    involvement_id: "uuid",
    until_on: "date",
    legal_paper: "text",
    authority: "text",
    issued_by: "text",
    issued_at: "timestamptz",
    expiry_told_at: "timestamptz",
  },
  statement_request: {
    id: "uuid",
    involvement_id: "uuid",
    from_at: "timestamptz",
    to_at: "timestamptz",
    requested_by: "text",
    requested_at: "timestamptz",
  },
  restoration: { cause_id: "text", source: "text", restored_at: "timestamptz" },
  sanction: {
    subject_id: "text",
    id: "uuid",
    role: "text",
    conduct: "text",
    instruments: "text[]",
    rule_version: "text",
    recognised_by: "text",
    recognised_on: "date",
    served_on: "date",
    state: "text",
    lifted_at: "timestamptz",
    case_number: "text",
    reason: "text",
    remedy: "text",
    papers: "text[]",
  },
  sanction_directory: { id: "uuid", subject_id: "text" },
  measure: {
    subject_id: "text",
    sanction_id: "uuid",
    kind: "text",
    sector: "text",
    starts_on: "date",
    ends_on: "date",
    recorded_at: "timestamptz",
    lifted_at: "timestamptz",
    expiry_told_at: "timestamptz",
  },
  objection: {
    id: "uuid",
    target: "text",
    target_id: "text",
    subject_id: "text",
    authority: "text",
    status: "text",
    grounds: "text",
    documents: "text[]",
    filed_at: "timestamptz",
    due_at: "timestamptz",
    decided_at: "timestamptz",
    decision: "text",
    restored_at: "timestamptz",
  },
  visit: {
    id: "uuid",
    subject_id: "text",
    region: "text",
    status: "text",
    planned_on: "date",
    met_on: "date",
    commitment_reference: "text",
  },
  patrol_target: {
    outlet_code: "text",
    institution: "text",
    region: "text",
    involved: "integer",
    last_patrolled_on: "date",
  },
  tip: {
    id: "uuid",
    received_at: "timestamptz",
    sealed_content: "text",
    status: "text",
    case_number: "text",
    reward_due: "boolean",
  },
  indicator: {
    id: "uuid",
    kind: "text",
    status: "text",
    value: "text",
    case_number: "text",
    recorded_at: "timestamptz",
  },
  warning: { id: "uuid", title: "text", body: "text", regions: "text[]", published_at: "timestamptz" },
} as const;

/** A table that can be filled in bulk. */
export type ImportTable = keyof typeof TABLES;

type Value<Type> = Type extends "boolean"
  ? boolean
  : Type extends "integer"
    ? number
    : Type extends "text[]"
      ? readonly string[]
      : string | null;

/** A row of such a table: sealed and tokenised already, moments in ISO 8601. */
export type ImportRow<Table extends ImportTable> = {
  readonly [Column in keyof (typeof TABLES)[Table]]: Value<(typeof TABLES)[Table][Column]> | null;
};

/** Takes whole rows in bulk; what is there already stays, so that an import can be repeated. */
export function createImportStore(tx: Kysely<unknown>) {
  return {
    async insertRows<Table extends ImportTable>(
      table: Table,
      rows: readonly ImportRow<Table>[],
    ): Promise<void> {
      if (rows.length === 0) return;
      const names = sql.join(Object.keys(TABLES[table]).map(name => sql.ref(name)));
      await sql`/* ImportStore.insertRows */
        insert into ${sql.table(`police.${table}`)} (${names})
        select ${names} from ${recordset(rows, TABLES[table])}
        on conflict do nothing`.execute(tx);
    },
  };
}
