import type { MeasureKind, Sector, SubjectKind } from "../../shared/types/enums";
import type { LineKind } from "../types/enums";

/** A measure of the police subgraph as far as a rule needs it. */
export interface MeasureFact {
  readonly kind: MeasureKind;
  readonly sector: Sector;
  /** The text that its sanction was recognised by. */
  readonly article: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly liftedAt: Date | null;
}

/** An entry of the carrier's own blacklist. */
export interface BlacklistFact {
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly liftedAt: Date | null;
}

/** All that is known when somebody asks a carrier for one more line; the day is one of the facts. */
export interface LineOpeningFacts {
  readonly kind: LineKind;
  readonly on: string;
  /** Null where no carrier holds anything of them. */
  readonly holderKind: SubjectKind | null;
  /** Has the carrier reported everything, lately enough to count on? */
  readonly recordsComplete: boolean;
  /** At this carrier, on that day. */
  readonly validMobileCards: number;
  /** With lines that were closed since without anybody having said when. */
  readonly mobileCardsAtMost: number;
  readonly unprovedLines: number;
  readonly unprovedLinesAtMost: number;
  readonly hasForgedDocument: boolean;
  readonly blacklist: readonly BlacklistFact[];
  /** Null: the police register did not answer. */
  readonly measures: readonly MeasureFact[] | null;
}
