import type { StandingMeasure } from "../../../subgraphs/shared/orders/standingMeasure";
import { LINE_MEASURE_RULES } from "../../../subgraphs/telecom/orders/lineMeasureRules";
import { involvementMeasures, sanctionMeasures } from "../measures";
import type { WorldChunk } from "../worldModel";
import type { TelecomNaming } from "./telecomNaming";

/** What the police told telecom of measures on lines. */
export function measureRecords(
  { sanctions, cases, lines }: WorldChunk,
  naming: TelecomNaming,
  today: string,
): StandingMeasure[] {
  const holders = new Map(lines.map(({ number, holder }) => [number, holder]));
  const involved = cases
    .flatMap(({ involvements }) => involvements)
    .flatMap(involvement => {
      const { lineNumber } = involvement;
      if (lineNumber === null) return [];
      const holder = holders.get(lineNumber) ?? null;
      const named = { accountId: null, lineId: naming.lineId(lineNumber) };
      return involvementMeasures(involvement, named, holder === null ? null : naming.tokenOf(holder));
    });
  const imposed = sanctions.flatMap(one => sanctionMeasures(one, naming.tokenOf(one.subject), today));
  return [...involved, ...imposed].filter(({ kind }) => LINE_MEASURE_RULES[kind] !== undefined);
}
