import { caseInvolvement, type InvolvementEffect } from "../../subgraphs/police/rules/caseInvolvement";
import { ruleTermsOf } from "../../subgraphs/police/rules/ruleVersions";
import { RuleVersion } from "../../subgraphs/police/types/enums";
import type { StandingMeasure } from "../../subgraphs/shared/orders/standingMeasure";
import { endOfDay } from "./world/worldCalendar";
import type { WorldInvolvement, WorldSanction } from "./worldModel";

/** What most measures have nothing of. */
export const PLAIN = {
  subjectId: null,
  holderKnown: false,
  holdingId: null,
  startsAt: null,
  endsAt: null,
  holderMark: null,
  endedAt: null,
  endedBy: null,
} as const;

/** How a measure ended whose last day had passed, or that was lifted before it. */
export function endingOf(
  liftedAt: string | null,
  endsOn: string,
  today: string,
): Pick<StandingMeasure, "endedAt" | "endedBy"> {
  if (liftedAt !== null) return { endedAt: new Date(liftedAt), endedBy: "LIFTED" };
  if (endsOn < today) return { endedAt: new Date(endOfDay(endsOn)), endedBy: "EXPIRED" };
  return { endedAt: null, endedBy: null };
}

/** The measures of a sanction, as the sectors were told of them. */
export function sanctionMeasures(
  { id, ruleVersion, measures }: WorldSanction,
  subjectId: string,
  today: string,
): StandingMeasure[] {
  const { article } = ruleTermsOf(RuleVersion[ruleVersion as keyof typeof RuleVersion]);
  return measures.map(({ kind, sector, startsOn, endsOn, liftedAt }) => ({
    ...PLAIN,
    causeId: id,
    causeKind: sector === "TELECOM" ? "TELECOM_MEASURE" : "SANCTION",
    kind: kind as StandingMeasure["kind"],
    sector: sector as StandingMeasure["sector"],
    subjectId,
    startsOn,
    endsOn,
    article,
    ...endingOf(liftedAt, endsOn, today),
  }));
}

/** What a recognised involvement brings about, against whoever held the account or line. */
export function involvementMeasures(
  { id, recognisedOn }: WorldInvolvement,
  named: Parameters<typeof caseInvolvement>[0],
  subjectId: string | null,
): StandingMeasure[] {
  if (recognisedOn === null) return [];
  const toMeasures = ({ causeKind, article, measures }: InvolvementEffect): StandingMeasure[] =>
    measures.map(measure => ({
      ...PLAIN,
      ...measure,
      causeId: id,
      causeKind,
      article,
      subjectId,
      holderKnown: subjectId !== null,
      holdingId: named.accountId ?? named.lineId,
    }));
  return caseInvolvement(named, recognisedOn).flatMap(toMeasures);
}
