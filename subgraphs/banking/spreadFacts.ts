import { chinaDay } from "../../schema/contract/calendar";
import { groupBy } from "./groupBy";
import type { SpreadFact } from "./rules/openingFacts";
import type { RecognitionRow, RestrictionRow } from "./store/restrictionStore";

/**
 * The causes from which restrictions spread to a person's accounts, each once: how many accounts it reached, and
 * where, would tell one bank of the person's accounts at others. A recognised account spreads also where there is no
 * other account yet: to the one that is to be opened.
 */
export function spreadFacts(
  restrictions: readonly RestrictionRow[],
  recognitions: readonly RecognitionRow[],
): SpreadFact[] {
  const spreading: Spread[] = [...restrictions.filter(isSpread).map(intervalOf), ...recognitions];
  const byCause = groupBy(spreading, ({ causeId }) => causeId);
  return [...byCause.values()].map(spread => ({
    startsOn: spread.map(({ startsOn }) => startsOn).reduce(earlier),
    endsOn: spread.map(({ endsOn }) => endsOn).reduce(laterOrNever),
    liftedOn: spread.map(({ liftedAt }) => dayOf(liftedAt)).reduce(laterOrNever),
  }));
}

type Spread = Omit<RecognitionRow, "subjectId">;

function intervalOf({ causeId, startsAt, endsAt, liftedAt }: RestrictionRow): Spread {
  return { causeId, startsOn: chinaDay(startsAt), endsOn: lastDayBefore(endsAt), liftedAt };
}

function isSpread({ derivation }: RestrictionRow): boolean {
  return derivation.some(finding => finding.ruleId === "caseAccountSpread");
}

/** The moment of its end is the first one without it: the day before that moment is the last one with it. */
function lastDayBefore(endsAt: Date | null): string | null {
  return endsAt === null ? null : chinaDay(new Date(endsAt.getTime() - 1));
}

function dayOf(at: Date | null): string | null {
  return at === null ? null : chinaDay(at);
}

function earlier(a: string, b: string): string {
  return a < b ? a : b;
}

/** Null: on one account at least it goes on. */
function laterOrNever(a: string | null, b: string | null): string | null {
  return a === null || b === null ? null : a > b ? a : b;
}
