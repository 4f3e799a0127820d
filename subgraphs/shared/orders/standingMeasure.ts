import type { CauseKind, PoliceEventMeasure } from "../../../schema/contract/policeEvents";

/** What a measure is called by its cause and its effect: an end names the same. */
export interface MeasureName {
  readonly causeId: string;
  readonly kind: PoliceEventMeasure["kind"];
  readonly sector: PoliceEventMeasure["sector"];
}

/** How a measure ended: somebody lifted it, or its time was over. */
export type Ending = "LIFTED" | "EXPIRED";

/** A measure as a subgraph that carries it out keeps it. */
export interface StandingMeasure extends MeasureName {
  readonly causeKind: CauseKind;
  readonly subjectId: string | null;
  /** The person is who held the account or line that a case is about, whoever has it by now. */
  readonly holderKnown: boolean;
  /** The account or line that the police named. */
  readonly holdingId: string | null;
  /** Both days included; null: until it is lifted. */
  readonly startsOn: string;
  readonly endsOn: string | null;
  /** To the moment, where days are too coarse. */
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly article: string;
  /** The holder's name as the police know it, marked; null where it needs no match. */
  readonly holderMark: string | null;
  readonly endedAt: Date | null;
  readonly endedBy: Ending | null;
}
