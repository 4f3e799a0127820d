import { chinaDay } from "../../../schema/contract/calendar";
import type { Clock } from "../../../schema/contract/clock";
import { sql, type Kysely } from "kysely";
import type { KeptKind, KeptThing } from "../../../schema/contract/keptThings";
import type { KeptThingStore } from "../../shared/objections/tellKeptThings";

/** Lines, their orders and the blacklists, as far as the police ask whose they are. */
export function createKeptThingStore(db: Kysely<unknown>, clock: Clock): KeptThingStore {
  return {
    async find(kind, id) {
      if (kind === "CASE_ACCOUNT") return null; // banking's
      const { rows } = await FINDERS[kind](id, chinaDay(clock())).execute(db);
      return rows[0] ?? null;
    },
  };
}

const FINDERS: Readonly<
  Record<Exclude<KeptKind, "CASE_ACCOUNT">, (id: string, today: string) => ReturnType<typeof sql<KeptThing>>>
> = {
  ORDER: id => sql<KeptThing>`/* KeptThingStore.order */
    select o.subject_id as "subjectId", o.carrier as institution, o.cause_id as "causeId",
      case when o.status = 'EXPIRED' then o.status end as "endedAs"
    from telecom.order_directory d join telecom.line_order o on o.subject_id = d.subject_id and o.id = d.id
    where d.id = ${id} and o.kind <> 'RESTORE'`,

  HOLDING: id => sql<KeptThing>`/* KeptThingStore.holding */
    select subject_id as "subjectId", carrier as institution, null as "causeId", null as "endedAs"
    from telecom.line_directory where id = ${id}`,

  CAUSE_AT: id => sql<KeptThing>`/* KeptThingStore.causeAt */
    select subject_id as "subjectId", carrier as institution, cause_id as "causeId", null as "endedAs"
    from telecom.line_order where cause_id = split_part(${id}, '|', 2) and carrier = split_part(${id}, '|', 1)
      and kind <> 'RESTORE' limit 1`,

  BLACKLIST_ENTRY: (id, today) => sql<KeptThing>`/* KeptThingStore.blacklistEntry */
    select b.subject_id as "subjectId", b.carrier as institution, null as "causeId",
      case when b.lifted_at is not null then 'LIFTED' when b.ends_on < ${today}::date then 'EXPIRED' end as "endedAs"
    from telecom.blacklist_directory d join telecom.blacklist_entry b on b.subject_id = d.subject_id and b.id = d.id
    where d.id = ${id}`,
};
