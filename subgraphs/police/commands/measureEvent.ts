import type { CauseKind, PoliceEvent, PoliceEventMeasure } from "../../../schema/contract/policeEvents";

type MeasureEvent = Extract<PoliceEvent, { kind: "MEASURE_IN_FORCE" }>;
type MeasureFacts = Omit<MeasureEvent, "kind">;

/** What every measure must say of itself; the rest is null where it does not apply. */
interface Known extends Partial<MeasureFacts> {
  readonly causeKind: CauseKind;
  readonly causeId: string;
  readonly measures: PoliceEventMeasure[];
  readonly article: string;
}

/** The facts of a measure for an event, whole. */
export function measureFacts(known: Known): MeasureFacts {
  return {
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
    ...known,
  };
}
