import { chinaDay } from "../../../schema/contract/calendar";
import type { PoliceEvent } from "../../../schema/contract/policeEvents";
import { measureFacts } from "./measureEvent";

/** A freeze and the involvement that it rests on. */
export interface FreezeFacts {
  readonly id: string;
  readonly issuedAt: Date;
  readonly until: string;
  readonly caseNumber: string;
  readonly subjectId: string | null;
  readonly accountId: string | null;
  readonly accountInstitution: string | null;
}

/** The facts of a freeze for an event: until its last day, that day included. */
export function freezeFacts(
  freeze: FreezeFacts,
): Omit<Extract<PoliceEvent, { kind: "MEASURE_IN_FORCE" }>, "kind"> {
  const { id, issuedAt, until, caseNumber, subjectId, accountId, accountInstitution } = freeze;
  return measureFacts({
    causeKind: "FREEZE",
    causeId: id,
    caseNumber,
    subjectId,
    accountId,
    institution: accountInstitution,
    measures: [{ kind: "FREEZE", sector: "BANKING", startsOn: chinaDay(issuedAt), endsOn: until }],
    // By the legal paper that the officer names; no notice knows freezing.
    article: "EXT:FREEZE",
  });
}
