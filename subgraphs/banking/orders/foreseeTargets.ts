import type { Kysely } from "kysely";
import type { StandingMeasure } from "../../shared/orders/standingMeasure";
import type { SubgraphKeys } from "../../shared/requestContext";
import type { ForeseenMeasure } from "../../shared/types/ForeseenMeasure";
import { ACCOUNT_MEASURE_RULES } from "./accountMeasureRules";
import { chooseTargets } from "./chooseTargets";

/** The accounts that would be ordered to be restricted if these measures were imposed on a person today. */
export async function foreseeTargets(
  db: Kysely<unknown>,
  subjectId: string,
  measures: readonly ForeseenMeasure[],
  keys: SubgraphKeys,
): Promise<ReadonlySet<string>> {
  const foreseen = measures
    .map(measure => asIfStanding(measure, subjectId))
    .filter(({ kind }) => ACCOUNT_MEASURE_RULES[kind] !== undefined);
  const targets = await chooseTargets(db, foreseen, keys);
  return new Set([...targets.values()].flat().map(({ id }) => id));
}

function asIfStanding(
  { kind, sector, startsOn, endsOn }: ForeseenMeasure,
  subjectId: string,
): StandingMeasure {
  return {
    kind,
    // The police foresee no measure for themselves.
    sector: sector as StandingMeasure["sector"],
    startsOn,
    endsOn,
    subjectId,
    holderKnown: false,
    causeKind: "SANCTION",
    causeId: "",
    holdingId: null,
    startsAt: null,
    endsAt: null,
    article: "",
    holderMark: null,
    endedAt: null,
    endedBy: null,
  };
}
