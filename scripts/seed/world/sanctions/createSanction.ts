import { addDays } from "../../../../schema/contract/calendar";
import type { WorldDocument, WorldMeasure, WorldSanction } from "../../worldModel";
import type { Block } from "../block";
import { earlier, later, officeMoment } from "../worldCalendar";
import { chooseStanding, type SanctionCourse, type Standing } from "./chooseStanding";
import { createMeasures, TELECOM_DELAY_DAYS } from "./createMeasures";
import { versionOn } from "./ruleVersions";
import { SANCTION_PAPERS, SANCTION_REASONS, SANCTION_REMEDY } from "./sanctionTexts";

/** What is decided about a sanction before it is made. */
export interface SanctionSpec {
  readonly subject: WorldDocument;
  readonly role: string;
  readonly conduct: string;
  readonly instruments: readonly string[];
  readonly recognisedOn: string;
  readonly recognisedBy: string;
  readonly caseNumber: string | null;
  /** What the telecom regulator imposed on a phone-card sanction. */
  readonly telecomKinds?: readonly string[];
  /** Left out, it follows from the days and chance. */
  readonly standing?: Standing;
  /** The whole way up to today, where that is told by hand. */
  readonly course?: SanctionCourse;
}

const SERVED_WITHIN_DAYS = 3;

/** Makes a sanction with its measures under the rules of the day of recognition, and its objections. */
export function createSanction(block: Block, spec: SanctionSpec): WorldSanction {
  const { random, plan } = block;
  const version = versionOn(spec.recognisedOn);
  const telecomActed = addDays(spec.recognisedOn, TELECOM_DELAY_DAYS) < plan.today;
  const measures = createMeasures({
    ...spec,
    version,
    recordedAt: officeMoment(spec.recognisedOn, random),
    telecomKinds: telecomActed ? (spec.telecomKinds ?? []) : [],
  });
  const endsOn = measures.reduce((last, measure) => later(last, measure.endsOn), spec.recognisedOn);
  const course = spec.course ?? chooseStanding(random, { ...spec, today: plan.today, endsOn });
  return {
    id: random.uuid(),
    subject: spec.subject,
    role: spec.role,
    conduct: spec.conduct,
    instruments: spec.instruments,
    ruleVersion: version.name,
    recognisedBy: spec.recognisedBy,
    recognisedOn: spec.recognisedOn,
    servedOn: course.status === "RECOGNISED" ? null : servedOn(block, spec.recognisedOn),
    status: course.status,
    caseNumber: spec.caseNumber,
    reason: SANCTION_REASONS[spec.conduct] ?? spec.conduct,
    remedy: SANCTION_REMEDY,
    papers: SANCTION_PAPERS,
    measures: measures.map(measure => liftAt(measure, course.liftedAt)),
    objections: course.objections,
  };
}

function servedOn({ random, plan }: Block, recognisedOn: string): string {
  return earlier(addDays(recognisedOn, random.integer(1, SERVED_WITHIN_DAYS)), addDays(plan.today, -1));
}

// What had run out by then was no longer there to be lifted.
function liftAt(measure: WorldMeasure, liftedAt: string | null): WorldMeasure {
  return liftedAt === null || measure.endsOn < liftedAt.slice(0, 10) ? measure : { ...measure, liftedAt };
}
