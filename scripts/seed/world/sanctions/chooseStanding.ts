import { addDays, daysBetween } from "../../../../schema/contract/calendar";
import type { WorldObjection } from "../../worldModel";
import type { Random } from "../random/createRandom";
import { minutesAfter, officeMoment } from "../worldCalendar";
import { OBJECTION_GROUNDS } from "./sanctionTexts";

/** Where a sanction stands on its way. */
export type Standing = "RECOGNISED" | "SERVED" | "ACTIVE" | "OBJECTED" | "LIFTED" | "EXPIRED";

/** A sanction's way up to today. */
export interface SanctionCourse {
  readonly status: Standing;
  readonly objections: readonly WorldObjection[];
  readonly liftedAt: string | null;
}

interface Question {
  readonly recognisedOn: string;
  /** The last day of its longest measure. */
  readonly endsOn: string;
  readonly today: string;
  readonly standing?: Standing;
}

/** The police decide an objection within this time of its filing. */
export const OBJECTION_DUE_DAYS = 15;

/** Not served yet below the first, served but not yet carried out everywhere below the second. */
const UNSERVED_DAYS = 4;
const BARELY_SERVED_DAYS = 10;
/** Time enough for an objection to have been filed and decided. */
const DECIDED_DAYS = 60;
const FILED_DAYS_AFTER = [15, 150] as const;
const DECIDED_DAYS_AFTER = [2, 12] as const;
const HOUR_MINUTES = 60;
const REJECTED_SHARE = 0.12;
/** Some are lifted without an objection, when police find the mistake themselves. */
const UNASKED_SHARE = 0.25;

/** Decides where a sanction stands today, within what its days allow, and which objections brought it there. */
export function chooseStanding(random: Random, question: Question): SanctionCourse {
  const status = question.standing ?? naturalStanding(random, question);
  if (status === "OBJECTED")
    return { status, objections: [pendingObjection(random, question)], liftedAt: null };
  if (status === "LIFTED") return liftedCourse(random, question);
  const wasRejected =
    (status === "ACTIVE" || status === "EXPIRED") && canBeDecided(question) && random.chance(REJECTED_SHARE);
  return {
    status,
    objections: wasRejected ? [decidedObjection(random, question, "REJECTED")] : [],
    liftedAt: null,
  };
}

function naturalStanding(random: Random, question: Question): Standing {
  if (question.endsOn < question.today)
    return random.weighted([
      ["EXPIRED", 8],
      ["LIFTED", 2],
    ] as const);
  const age = daysBetween(question.recognisedOn, question.today);
  if (age < UNSERVED_DAYS) return "RECOGNISED";
  if (age < BARELY_SERVED_DAYS) return "SERVED";
  if (!canBeDecided(question))
    return random.weighted([
      ["ACTIVE", 8],
      ["OBJECTED", 2],
    ] as const);
  return random.weighted([
    ["ACTIVE", 72],
    ["OBJECTED", 10],
    ["LIFTED", 18],
  ] as const);
}

function canBeDecided({ recognisedOn, today }: Question): boolean {
  return daysBetween(recognisedOn, today) >= DECIDED_DAYS;
}

function liftedCourse(random: Random, question: Question): SanctionCourse {
  const objection = decidedObjection(random, question, "CONFIRMED");
  const isUnasked = random.chance(UNASKED_SHARE);
  return { status: "LIFTED", objections: isUnasked ? [] : [objection], liftedAt: objection.decidedAt };
}

function pendingObjection(random: Random, { recognisedOn, today }: Question): WorldObjection {
  const age = daysBetween(recognisedOn, today);
  const filedOn = addDays(today, -random.integer(1, Math.max(1, Math.min(age - 1, OBJECTION_DUE_DAYS + 4))));
  return fileObjection(random, filedOn);
}

function decidedObjection(
  random: Random,
  question: Question,
  status: "CONFIRMED" | "REJECTED",
): WorldObjection {
  const age = daysBetween(question.recognisedOn, question.today);
  // Filed early enough for the decision and the restoring to lie before today.
  const latestFiling = Math.min(FILED_DAYS_AFTER[1], age - DECIDED_DAYS_AFTER[1] - 4);
  const filed = fileObjection(
    random,
    addDays(
      question.recognisedOn,
      random.integer(FILED_DAYS_AFTER[0], Math.max(FILED_DAYS_AFTER[0], latestFiling)),
    ),
  );
  const filedOn = filed.filedAt.slice(0, 10);
  const decidedAt = officeMoment(addDays(filedOn, random.integer(...DECIDED_DAYS_AFTER)), random);
  return {
    ...filed,
    status,
    decidedAt,
    decision:
      status === "CONFIRMED" ? "经核实，异议成立，解除惩戒措施" : "经核实，认定事实清楚，维持惩戒措施",
  };
}

function fileObjection(random: Random, filedOn: string): WorldObjection {
  const filedAt = officeMoment(filedOn, random);
  return {
    id: random.uuid(),
    status: "FILED",
    grounds: random.pick(OBJECTION_GROUNDS),
    filedAt,
    dueAt: minutesAfter(filedAt, OBJECTION_DUE_DAYS * 24 * HOUR_MINUTES),
    decidedAt: null,
    decision: null,
    restoredAt: null,
  };
}
