import { sql, type Kysely } from "kysely";
import type { KeptKind, KeptThing } from "../../../schema/contract/keptThings";
import type { KeptThingStore } from "../../shared/objections/tellKeptThings";

/** Accounts and their orders, as far as the police ask whose they are. Banking keeps no blacklist. */
export function createKeptThingStore(db: Kysely<unknown>): KeptThingStore {
  return {
    async find(kind, id) {
      if (kind === "BLACKLIST_ENTRY") return null;
      const { rows } = await FINDERS[kind](id).execute(db);
      return rows[0] ?? null;
    },
  };
}

const orderOf = (id: string) => sql<KeptThing>`/* KeptThingStore.orderOf */
  select o.subject_id as "subjectId", o.institution, o.cause_id as "causeId",
    case when o.status = 'EXPIRED' then o.status end as "endedAs"
  from banking.order_directory d join banking.account_order o on o.subject_id = d.subject_id and o.id = d.id
  where d.id = ${id} and o.kind <> 'RESTORE'`;

const accountOf = (id: string) => sql<KeptThing>`/* KeptThingStore.accountOf */
  select subject_id as "subjectId", institution, null as "causeId", null as "endedAs"
  from banking.account_directory where id = ${id}`;

/** Whose other accounts a recognition restricts: a case account stays with whoever held it then. */
const caseAccountOf = (causeId: string) => sql<KeptThing>`/* KeptThingStore.caseAccountOf */
  select m.subject_id as "subjectId", d.institution, m.cause_id as "causeId", null as "endedAs"
  from banking.measure m join banking.account_directory d on d.id = m.holding_id
  where m.cause_id = ${causeId} and m.cause_kind = 'CASE_ACCOUNT' and m.holder_known limit 1`;

const causeAt = (id: string) => sql<KeptThing>`/* KeptThingStore.causeAt */
  select subject_id as "subjectId", institution, cause_id as "causeId", null as "endedAs"
  from banking.account_order where cause_id = split_part(${id}, '|', 2) and institution = split_part(${id}, '|', 1)
    and kind <> 'RESTORE' limit 1`;

const FINDERS: Readonly<
  Record<Exclude<KeptKind, "BLACKLIST_ENTRY">, (id: string) => ReturnType<typeof accountOf>>
> = { ORDER: orderOf, HOLDING: accountOf, CASE_ACCOUNT: caseAccountOf, CAUSE_AT: causeAt };
