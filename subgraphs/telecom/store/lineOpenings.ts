import { sql } from "kysely";
import { isNotHadAgain } from "./linePastStore";

/** Every opening of a line: those that stand, and those whose line was passed on or ported since, where they were. */
export const LINE_OPENINGS = sql`
  select subject_id, id, carrier, outlet_code, registered_on, involved_on from telecom.line
  union all
  select former.subject_id, former.line_id, former.carrier, former.outlet_code, former.registered_on,
    former.involved_on
  from telecom.former_line former where former.ended_on > former.registered_on and ${isNotHadAgain("former")}`;
