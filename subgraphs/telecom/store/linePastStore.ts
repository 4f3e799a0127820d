import { sql, type Kysely, type RawBuilder } from "kysely";
import { recordset } from "../../shared/store/recordset";
import type { FormerLine, LinePast, UnregisteredPeriod } from "../reports/linePast";

type Db = Kysely<unknown>;

/** Of lines whose story is another now: what is so no more is taken out, and what is so is put in. */
export async function writePasts(
  db: Db,
  pasts: readonly { readonly before: LinePast; readonly past: LinePast }[],
): Promise<void> {
  await forgetFormer(
    db,
    pasts.flatMap(({ before }) => before.former),
  );
  await keepFormer(
    db,
    pasts.flatMap(({ past }) => past.former),
  );
  await forgetUnregistered(
    db,
    pasts.flatMap(({ before }) => before.unregistered),
  );
  await keepUnregistered(
    db,
    pasts.flatMap(({ past }) => past.unregistered),
  );
}

const STAY = { subjectId: "text", lineId: "text", carrier: "text", registeredOn: "date" };
const FORMER = {
  ...STAY,
  kind: "text",
  endedOn: "date",
  isEndKnown: "boolean",
  outletCode: "text",
  realNameVerifiedAt: "timestamptz",
  realNameMethod: "text",
  onlineCheckPassed: "boolean",
  photoReference: "text",
  involvedOn: "date",
};

async function forgetFormer(db: Db, former: readonly FormerLine[]): Promise<void> {
  if (former.length === 0) return;
  await sql`/* LinePastStore.forgetFormer */
    delete from telecom.former_line f using ${recordset(former, STAY)}
    where f.subject_id = r."subjectId" and f.line_id = r."lineId" and f.carrier = r.carrier
      and f.registered_on = r."registeredOn"`.execute(db);
}

async function keepFormer(db: Db, former: readonly FormerLine[]): Promise<void> {
  if (former.length === 0) return;
  await sql`/* LinePastStore.keepFormer */
    insert into telecom.former_line (subject_id, line_id, carrier, kind, registered_on, ended_on, is_end_known,
      outlet_code, real_name_verified_at, real_name_method, online_check_passed, photo_reference, involved_on)
    select r."subjectId", r."lineId", r.carrier, r.kind, r."registeredOn", r."endedOn", r."isEndKnown",
      r."outletCode", r."realNameVerifiedAt", r."realNameMethod", r."onlineCheckPassed", r."photoReference",
      r."involvedOn"
    from ${recordset(former, FORMER)} order by r."subjectId", r."lineId"
    on conflict (subject_id, line_id, carrier, registered_on) do update set
      ended_on = excluded.ended_on, is_end_known = excluded.is_end_known, involved_on = excluded.involved_on`.execute(
    db,
  );
}

/** A correction of the record, so that the one of now has had it for longer, counts for the days of before too. */
export async function shortenFormer(
  db: Db,
  lines: readonly { readonly id: string; readonly registeredOn: string }[],
): Promise<void> {
  if (lines.length === 0) return;
  await sql`/* LinePastStore.shortenFormer */
    update telecom.former_line f set ended_on = r."registeredOn"
    from ${recordset(lines, { id: "text", registeredOn: "date" })}
    where f.line_id = r.id and f.ended_on > r."registeredOn"`.execute(db);
}

async function forgetUnregistered(db: Db, periods: readonly UnregisteredPeriod[]): Promise<void> {
  if (periods.length === 0) return;
  await sql`/* LinePastStore.forgetUnregistered */
    delete from telecom.unregistered_period p
    using ${recordset(periods, { lineId: "text", openedOn: "date" })}
    where p.line_id = r."lineId" and p.opened_on = r."openedOn"`.execute(db);
}

async function keepUnregistered(db: Db, periods: readonly UnregisteredPeriod[]): Promise<void> {
  if (periods.length === 0) return;
  await sql`/* LinePastStore.keepUnregistered */
    insert into telecom.unregistered_period (line_id, carrier, opened_on, ended_on)
    select r."lineId", r.carrier, r."openedOn", r."endedOn"
    from ${recordset(periods, { lineId: "text", carrier: "text", openedOn: "date", endedOn: "date" })}
    order by r."lineId" on conflict (line_id, opened_on) do update set ended_on = excluded.ended_on`.execute(
    db,
  );
}

/** Former lines, but for those whose holder has the line with that carrier again, since as early: their row says it all. */
export function isNotHadAgain(alias: string): RawBuilder<unknown> {
  const column = (name: string): RawBuilder<unknown> => sql`${sql.ref(`${alias}.${name}`)}`;
  return sql`not exists (select 1 from telecom.line again
    where again.subject_id = ${column("subject_id")} and again.id = ${column("line_id")}
      and again.carrier = ${column("carrier")} and again.registered_on <= ${column("registered_on")})`;
}
