import { zipf } from "../../../../../scripts/bench/workloads/zipf";

const JUST_BELOW_ONE = 1 - Number.EPSILON / 2; // the largest number below 1

describe("people who are asked for as in daily use", () => {
  test("come first twice as often as second, and three times as often as third", () => {
    let drawn = 0;
    // The weights 1, 1/2 and 1/3 are as 6 : 3 : 2; each of the eleven values stands in the middle of its part.
    const next = zipf(3, () => (drawn++ + 0.5) / 11);
    const places = Array.from({ length: 11 }, () => next());
    expect(places).toEqual([0, 0, 0, 0, 0, 0, 1, 1, 1, 2, 2]);
  });

  test("come at the n-th place an n-th as often as at the first, however many they are", () => {
    const [people, draws] = [1_000, 100_000];
    let drawn = 0;
    const next = zipf(people, () => (drawn++ + 0.5) / draws);
    const times = Array<number>(people).fill(0);
    for (let draw = 0; draw < draws; draw++) times[next()]! += 1;
    // Evenly spaced values hit each place as often as its part is wide, give or take one.
    const far = times.filter((count, place) => Math.abs(count - times[0]! / (place + 1)) >= 2);
    expect(far).toEqual([]);
  });

  test.each([1, 2, 3, 10_000])("of %i are the first and the last at the borders of chance", count => {
    expect(zipf(count, () => 0)()).toBe(0);
    expect(zipf(count, () => JUST_BELOW_ONE)()).toBe(count - 1);
  });

  test("come by chance where nothing else is said, and nobody comes who is not there", () => {
    const next = zipf(3);
    const places = new Set(Array.from({ length: 10_000 }, () => next()));
    expect([...places].sort()).toEqual([0, 1, 2]);
  });
});
