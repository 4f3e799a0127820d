import { sql, type Kysely, type RawBuilder } from "kysely";
import { chinaDay } from "../../../schema/contract/calendar";
import { recordset } from "../../shared/store/recordset";
import { isNobody } from "../nobody";
import type { LineState } from "../reports/lineDraft";
import { LineStatus } from "../types/enums";
import type { LineRecord } from "./tables/lineTable";

const COLUMNS = {
  subjectId: "text",
  lineId: "text",
  carrier: "text",
  kind: "text",
  registeredOn: "date",
  endedOn: "date",
  isEndKnown: "boolean",
  outletCode: "text",
  realNameVerifiedAt: "timestamptz",
  realNameMethod: "text",
  onlineCheckPassed: "boolean",
  photoReference: "text",
  involvedOn: "date",
};

/** Keeps what lines have been until now with a holder or a carrier that they leave. */
export async function keepFormerLines(
  db: Kysely<unknown>,
  lines: readonly LineRecord[],
  known: ReadonlyMap<string, LineState>,
): Promise<void> {
  const former = lines.flatMap(line => formerLine(line, known.get(line.id)) ?? []);
  if (former.length > 0)
    await sql`/* FormerLineStore.keepFormerLines */
      insert into telecom.former_line (subject_id, line_id, carrier, kind, registered_on, ended_on, is_end_known,
        outlet_code, real_name_verified_at, real_name_method, online_check_passed, photo_reference, involved_on)
      select r."subjectId", r."lineId", r.carrier, r.kind, r."registeredOn", r."endedOn", r."isEndKnown",
        r."outletCode", r."realNameVerifiedAt", r."realNameMethod", r."onlineCheckPassed", r."photoReference",
        r."involvedOn"
      from ${recordset(former, COLUMNS)} order by r."subjectId", r."lineId"
      on conflict (subject_id, line_id, carrier, registered_on) do update set
        ended_on = excluded.ended_on, is_end_known = excluded.is_end_known, involved_on = excluded.involved_on`.execute(
      db,
    );
  // A correction of the record, so that the one of now has had it for longer, counts for the days of before too.
  await sql`/* FormerLineStore.keepFormerLines: corrected */
    update telecom.former_line f set ended_on = r."registeredOn"
    from ${recordset(
      lines.map(({ id, registeredOn }) => ({ lineId: id, registeredOn })),
      { lineId: "text", registeredOn: "date" },
    )}
    where f.line_id = r."lineId" and f.ended_on > r."registeredOn"`.execute(db);
}

/**
 * What was true of a day is not changed by what happened later: passed on or ported on a later day, the line was its
 * holder's until then. That the next one has had it since before is a correction, and then nothing is kept.
 */
function formerLine(line: LineRecord, before: LineState | undefined) {
  if (before === undefined || isNobody(before.subjectId)) return null;
  if (before.subjectId === line.subjectId && before.carrier === line.carrier) return null;
  const { subjectId, carrier, kind, registeredOn, outletCode, involvedOn } = before;
  const { realNameVerifiedAt, realNameMethod, onlineCheckPassed, photoReference } = before;
  const isEndKnown = before.status !== LineStatus.CLOSED || before.closedOn !== null;
  const closedOn = isEndKnown ? before.closedOn : chinaDay(new Date(before.observedAt));
  const endedOn = closedOn !== null && closedOn < line.registeredOn ? closedOn : line.registeredOn;
  if (endedOn <= registeredOn) return null;
  return {
    ...{
      subjectId,
      lineId: line.id,
      carrier,
      kind,
      registeredOn,
      endedOn,
      isEndKnown,
      outletCode,
      involvedOn,
    },
    ...{ realNameVerifiedAt, realNameMethod, onlineCheckPassed, photoReference },
  };
}

/** Former lines, but for those whose holder has the line with that carrier again, since as early: their row says it all. */
export function isNotHadAgain(alias: string): RawBuilder<unknown> {
  const column = (name: string): RawBuilder<unknown> => sql`${sql.ref(`${alias}.${name}`)}`;
  return sql`not exists (select 1 from telecom.line again
    where again.subject_id = ${column("subject_id")} and again.id = ${column("line_id")}
      and again.carrier = ${column("carrier")} and again.registered_on <= ${column("registered_on")})`;
}
