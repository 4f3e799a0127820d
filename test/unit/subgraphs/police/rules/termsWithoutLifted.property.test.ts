import * as fc from "fast-check";
import { addYears } from "../../../../../schema/contract/calendar";
import { noNewAccount } from "../../../../../subgraphs/police/rules/noNewAccount";
import { ruleTermsOn } from "../../../../../subgraphs/police/rules/ruleVersions";
import { runningTerm } from "../../../../../subgraphs/police/rules/runningTerm";
import { suspendFiveYears } from "../../../../../subgraphs/police/rules/suspendFiveYears";
import {
  termsWithoutLifted,
  type ReckonedMeasure,
} from "../../../../../subgraphs/police/rules/termsWithoutLifted";
import { Instrument } from "../../../../../subgraphs/police/types/enums";
import { MeasureKind } from "../../../../../subgraphs/shared/types/enums";

const TERMS = ruleTermsOn("2024-12-01");
const DAY_MS = 86_400_000;
const START = Date.parse("2024-12-01T00:00:00Z");

interface Recognised {
  readonly afterDays: number;
  readonly convicted: boolean;
}

/** Recognised one after the other, each added to what runs then. */
function recogniseAll(sequence: readonly Recognised[]): ReckonedMeasure[] {
  let day = START;
  return sequence.reduce<ReckonedMeasure[]>((measures, { afterDays, convicted }, index) => {
    day += afterDays * DAY_MS;
    const recognisedOn = new Date(day).toISOString().slice(0, 10);
    const suspensions = measures.filter(({ kind }) => kind === MeasureKind.SUSPEND_NON_COUNTER);
    const running = runningTerm(suspensions, recognisedOn);
    const ground = {
      terms: TERMS,
      recognisedOn,
      instruments: [Instrument.PERSONAL_CARD],
      convicted,
      running,
    };
    const recorded = { sanctionId: String(index), recordedAt: new Date(day), convicted, liftedAt: null };
    const own = [...suspendFiveYears(ground), ...noNewAccount(ground)];
    return [...measures, ...own.map(one => ({ ...one, ...recorded }))];
  }, []);
}

function lift(measures: readonly ReckonedMeasure[], id: string): ReckonedMeasure[] {
  const name = (one: ReckonedMeasure) => [one.sanctionId, one.kind, one.sector].join(" ");
  const shortened = new Map(termsWithoutLifted(measures, id, TERMS).map(one => [name(one), one]));
  return measures
    .filter(({ sanctionId }) => sanctionId !== id)
    .map(measure => shortened.get(name(measure)) ?? measure);
}

const sequences = fc.array(
  fc.record({ afterDays: fc.oneof(fc.constant(0), fc.nat(900)), convicted: fc.boolean() }),
  { minLength: 2, maxLength: 5 },
);

test("whatever is lifted in whatever order, no sanction keeps a year that a lifted one had added, and none loses its own", () => {
  fc.assert(
    fc.property(sequences, fc.array(fc.nat(), { minLength: 5, maxLength: 5 }), (sequence, picks) => {
      const given = recogniseAll(sequence);
      const firstEnds = new Map(given.map(({ sanctionId, endsOn }) => [sanctionId, endsOn]));
      const ownEnd = ({ sanctionId, startsOn, convicted }: ReckonedMeasure): string => {
        const own = addYears(startsOn, convicted ? 3 : 2);
        const first = firstEnds.get(sanctionId) ?? own;
        return first < own ? first : own;
      };
      let left = given;
      for (const pick of picks) {
        const ids = [...new Set(left.map(({ sanctionId }) => sanctionId))];
        if (ids.length === 1) break;
        const before = left;
        left = lift(left, ids[pick % ids.length]!);
        for (const measure of left) {
          const was = before.find(one => one.sanctionId === measure.sanctionId)!;
          expect(measure.endsOn <= was.endsOn && measure.endsOn >= ownEnd(measure)).toBe(true);
        }
      }
      for (const measure of left) expect(measure.endsOn).toBe(ownEnd(measure));
    }),
    { numRuns: 300 },
  );
});
