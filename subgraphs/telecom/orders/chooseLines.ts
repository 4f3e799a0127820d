// N20-5: the regulator's measures reach every line of the person; RN-4: a case has its one line verified again.
import type { Kysely } from "kysely";
import type { Holding } from "../../shared/orders/planOrders";
import type { StandingMeasure } from "../../shared/orders/standingMeasure";
import { createMeasureTargetStore, type TargetLine } from "../store/measureTargetStore";

/** Not in service yet: there is nothing to suspend, and when it is activated it is looked at again. */
const NOT_YET = "PENDING";

/** The lines that each measure reaches now. */
export async function chooseLines(
  tx: Kysely<unknown>,
  measures: readonly StandingMeasure[],
): Promise<ReadonlyMap<StandingMeasure, readonly Holding[]>> {
  const store = createMeasureTargetStore(tx);
  const places = await store.placesOf(measures.flatMap(({ holdingId }) => holdingId ?? []));
  const caseHolders = await store.caseHolders(
    measures.filter(({ causeKind }) => causeKind === "CASE_LINE").map(({ causeId }) => causeId),
  );
  const subjectOf = ({ causeId, holdingId, subjectId }: StandingMeasure): string | null =>
    caseHolders.get(causeId) ?? (holdingId === null ? null : places.get(holdingId)?.subjectId) ?? subjectId;
  const subjectIds = [...new Set(measures.flatMap(measure => subjectOf(measure) ?? []))];
  const lines = subjectIds.length === 0 ? [] : await store.linesOf(subjectIds);
  return new Map(
    measures.map(measure => {
      const held = lines.filter(line => line.subjectId === subjectOf(measure));
      return [measure, held.filter(line => line.status !== NOT_YET && reaches(measure, line))];
    }),
  );
}

function reaches({ causeKind, holdingId }: StandingMeasure, line: TargetLine): boolean {
  // A sanction of the police alone orders nothing on lines: the regulator has to act first.
  if (causeKind === "TELECOM_MEASURE") return true;
  return causeKind === "CASE_LINE" && line.id === holdingId;
}
