import * as fc from "fast-check";

/** What happens next, with a number that is taken modulo what there is. */
export type Step<Write extends string> = readonly [Write, number];

const MAX_NUMBER = 59;
const LENGTH = { minLength: 14, maxLength: 22 };

/** Some of these writes one after another, each as often as its weight says. */
export function randomWrites<Write extends string>(
  weights: Readonly<Record<Write, number>>,
): fc.Arbitrary<Step<Write>[]> {
  const writes = (Object.entries(weights) as [Write, number][]).map(([write, weight]) => ({
    weight,
    arbitrary: fc.constant(write),
  }));
  return fc.array(fc.tuple(fc.oneof(...writes), fc.nat(MAX_NUMBER)), LENGTH);
}
