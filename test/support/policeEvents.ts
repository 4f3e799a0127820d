import type { PoliceEvent } from "../../schema/contract/policeEvents";

type MeasureEvent = Extract<PoliceEvent, { kind: "MEASURE_IN_FORCE" }>;
type Facts = Omit<MeasureEvent, "kind">;

const NOTHING = {
  caseNumber: null,
  subjectId: null,
  isHolderNamed: false,
  accountId: null,
  institution: null,
  lineId: null,
  ruleVersion: null,
  startsAt: null,
  endsAt: null,
  holderMark: null,
} as const;

/** A sanction of five years on everything that a person holds at banks and payment institutions. */
export function sanctionFacts(causeId: string, subjectId: string, endsOn = "2031-11-23"): Facts {
  const interval = { startsOn: "2026-11-24", endsOn };
  return {
    ...NOTHING,
    causeKind: "SANCTION",
    causeId,
    subjectId,
    article: "N20-5",
    measures: [
      { kind: "SUSPEND_NON_COUNTER", sector: "BANKING", ...interval },
      { kind: "SUSPEND_ALL_PAYMENT", sector: "PAYMENT", ...interval },
      { kind: "NO_NEW_ACCOUNT", sector: "BANKING", ...interval },
    ],
  };
}

/** An account recognised as used in a case. */
export function caseAccountFacts(causeId: string, accountId: string): Facts {
  const interval = { startsOn: "2026-11-24", endsOn: null };
  return {
    ...NOTHING,
    causeKind: "CASE_ACCOUNT",
    causeId,
    accountId,
    article: "N16-5",
    measures: [
      { kind: "SUSPEND_NON_COUNTER", sector: "BANKING", ...interval },
      { kind: "SUSPEND_ALL_PAYMENT", sector: "PAYMENT", ...interval },
    ],
  };
}

/** 48 hours for one account, if its holder has the name. */
export function stopPaymentFacts(
  causeId: string,
  accountId: string,
  startsAt: Date,
  holderMark: string | null,
): Facts {
  const endsAt = new Date(startsAt.getTime() + 48 * 3_600_000);
  return {
    ...NOTHING,
    causeKind: "STOP_PAYMENT",
    causeId,
    accountId,
    article: "EXT:STOP_PAYMENT",
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    holderMark,
    measures: [{ kind: "STOP_PAYMENT", sector: "BANKING", startsOn: "2026-11-24", endsOn: "2026-11-26" }],
  };
}

/** An account frozen until a day, that day included. */
export function freezeFacts(causeId: string, accountId: string, startsOn: string, endsOn: string): Facts {
  return {
    ...NOTHING,
    causeKind: "FREEZE",
    causeId,
    accountId,
    article: "EXT:FREEZE",
    measures: [{ kind: "FREEZE", sector: "BANKING", startsOn, endsOn }],
  };
}

/** The regulator suspends all lines of a person. */
export function telecomFacts(causeId: string, subjectId: string): Facts {
  return {
    ...NOTHING,
    causeKind: "TELECOM_MEASURE",
    causeId,
    subjectId,
    article: "N20-5",
    measures: [{ kind: "SUSPEND_LINE", sector: "TELECOM", startsOn: "2026-11-24", endsOn: "2028-11-23" }],
  };
}

/** A line recognised as used in a case. */
export function caseLineFacts(causeId: string, lineId: string): Facts {
  return {
    ...NOTHING,
    causeKind: "CASE_LINE",
    causeId,
    lineId,
    article: "RN-4",
    measures: [{ kind: "REVERIFY", sector: "TELECOM", startsOn: "2026-11-24", endsOn: null }],
  };
}

/** It begins. */
export function inForce(facts: Facts): PoliceEvent {
  return { kind: "MEASURE_IN_FORCE", ...facts };
}

/** It is lifted. */
export function lifted(facts: Facts): PoliceEvent {
  return { kind: "MEASURE_LIFTED", ...facts, objectionId: null };
}
