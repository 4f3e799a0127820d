import { sql, type Kysely } from "kysely";
import type { KeptThing } from "../../../schema/contract/keptThings";
import type { KeptThingStore } from "../../shared/objections/tellKeptThings";

/** Accounts and their orders, as far as the police ask whose they are. Banking keeps no blacklist. */
export function createKeptThingStore(db: Kysely<unknown>): KeptThingStore {
  return {
    async find(kind, id) {
      if (kind === "BLACKLIST_ENTRY") return null;
      const { rows } = await (kind === "ORDER" ? orderOf(id) : accountOf(id)).execute(db);
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
