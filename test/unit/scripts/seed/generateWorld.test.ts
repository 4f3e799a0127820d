import { createWorldTally } from "../../../../scripts/seed/createWorldTally";
import { describeWorld } from "../../../../scripts/seed/describeWorld";
import { generateWorld, MOST_PEOPLE } from "../../../../scripts/seed/generateWorld";
import { BLOCK_PEOPLE, createBlock } from "../../../../scripts/seed/world/createBlock";
import { mergeChunks } from "../../../../scripts/seed/world/mergeChunks";
import { MOST_BLOCKS } from "../../../../scripts/seed/world/openBlock";
import { createWorldPlan } from "../../../../scripts/seed/world/worldPlan";
import type { WorldChunk } from "../../../../scripts/seed/worldModel";
import { heapAfterCollection } from "../../../support/heapAfterCollection";
import { loadWorld, NOW } from "./loadWorld";

const MEGABYTE = 1_048_576;
const EARLY_CHUNKS = 6;
const LATER_CHUNKS = 26;

describe("a world that cannot be made", () => {
  test.each([-1, 0.5, NaN, MOST_PEOPLE + 1])("refuses %p people before making anybody", people => {
    expect(() => generateWorld({ people, seed: 1, now: NOW }).next()).toThrow(RangeError);
  });

  test.each(["2025-06-30T15:59:59Z", "2029-01-31T16:00:00Z"])(
    "refuses the day of %s: its story would not hold",
    day => {
      expect(() => generateWorld({ people: 1, seed: 1, now: new Date(day) }).next()).toThrow(/told from/);
    },
  );

  test.each(["2025-06-30T16:00:00Z", "2029-01-31T15:59:59Z"])("is told on the day of %s still", day => {
    expect(loadWorld(600, 1, new Date(day)).sanctions.length).toBeGreaterThan(10);
  });
});

describe("the same world again", () => {
  test("is the same, byte for byte, at another hour of the day", () => {
    const morning = loadWorld(700, 7, new Date("2026-11-23T16:00:00Z"));
    const evening = loadWorld(700, 7, new Date("2026-11-24T15:59:59.999Z"));
    expect(JSON.stringify(evening)).toBe(JSON.stringify(morning));
  });

  test("is another one for another seed, and for another day", () => {
    const world = JSON.stringify(loadWorld(200, 7));
    expect(JSON.stringify(loadWorld(200, 8))).not.toBe(world);
    expect(JSON.stringify(loadWorld(200, 7, new Date("2026-11-25T08:30:00Z")))).not.toBe(world);
  });

  test("keeps people and their documents from one day to the next", () => {
    const documentsOn = (now: Date): string =>
      JSON.stringify(loadWorld(500, 7, now).subjects.filter(({ kind }) => kind === "PERSON"));
    expect(documentsOn(new Date("2027-03-03T08:30:00Z"))).toBe(documentsOn(NOW));
  });

  test("has the same neighbourhoods when it is larger", () => {
    const [, small] = [...generateWorld({ people: 500, seed: 7, now: NOW })];
    const [, large] = [...generateWorld({ people: 5_000, seed: 7, now: NOW })];
    expect(JSON.stringify(large!.subjects.slice(0, 300))).toBe(JSON.stringify(small!.subjects.slice(0, 300)));
  });

  test("gives the same to two who take turns, since no chance is shared between them", () => {
    const settings = { people: 900, seed: 7, now: NOW };
    const first = generateWorld(settings);
    const second = generateWorld({ ...settings, seed: 8 });
    const taken: WorldChunk[] = [];
    for (let next = first.next(); !next.done; next = first.next()) {
      taken.push(next.value);
      second.next();
    }
    expect(JSON.stringify(taken)).toBe(JSON.stringify([...generateWorld(settings)]));
  });
});

describe("the size of a world", () => {
  test.each([
    [0, 14],
    [14, 14],
    [15, 15],
    [164, 164],
    [1_000, 1_000],
  ])("asked for %i people it has %i", (asked, people) => {
    const { subjects } = loadWorld(asked, 3);
    expect(subjects.filter(({ kind }) => kind === "PERSON")).toHaveLength(people);
  });

  test("no chunk holds more than 500 people", () => {
    for (const { subjects } of generateWorld({ people: 2_000, seed: 3, now: NOW })) {
      expect(subjects.filter(({ kind }) => kind === "PERSON").length).toBeLessThanOrEqual(500);
    }
  });

  test("a neighbourhood made alone, out of turn, is the one that streams by", () => {
    const plan = createWorldPlan(3, NOW);
    const chunks = [...generateWorld({ people: 4_000, seed: 3, now: NOW })];
    const alone = mergeChunks(
      [25, 26, 27]
        .reverse()
        .map(index => createBlock(plan, index - 3, BLOCK_PEOPLE))
        .reverse(),
    );
    expect(JSON.stringify(alone)).toBe(JSON.stringify(chunks[8]));
  });

  test("the last neighbourhood there is room for has documents of its own", () => {
    const plan = createWorldPlan(3, NOW);
    const numbersOf = (index: number): string[] =>
      createBlock(plan, index, BLOCK_PEOPLE).subjects.map(({ document }) => document.number);
    const others = new Set([1, 33, MOST_BLOCKS - 32].flatMap(numbersOf));
    expect(numbersOf(MOST_BLOCKS).filter(number => others.has(number))).toEqual([]);
    expect(() => createBlock(plan, MOST_BLOCKS + 1, BLOCK_PEOPLE)).toThrow(RangeError);
  });

  // One chunk weighs about a megabyte: whatever kept a tenth of each would be found after some forty.
  test("a world of 100,000 people takes no more memory later than at its beginning", () => {
    const world = generateWorld({ people: 100_000, seed: 3, now: NOW });
    takeChunks(world, EARLY_CHUNKS);
    const early = heapAfterCollection();
    takeChunks(world, LATER_CHUNKS);
    expect(heapAfterCollection() - early).toBeLessThan(4 * MEGABYTE);
    // Still in the midst of it, so that what it holds was counted.
    expect(world.next().done).toBe(false);
  });
});

describe("the table of a world", () => {
  test("counts as the chunks stream by and writes one line a kind", () => {
    const tally = createWorldTally();
    for (const chunk of generateWorld({ people: 1_200, seed: 3, now: NOW })) tally.add(chunk);
    const world = loadWorld(1_200, 3);
    const counts = new Map(tally.counts().map(({ kind, count }) => [kind, count]));
    expect(counts.get("people")).toBe(1_200);
    expect(counts.get("accounts")).toBe(world.accounts.length);
    expect(counts.get("  measures")).toBe(world.sanctions.flatMap(({ measures }) => measures).length);
    const table = describeWorld(tally.counts()).split("\n");
    expect(table).toHaveLength(counts.size);
    expect(table).toContainEqual(expect.stringMatching(/^people +1,200$/));
    expect(new Set(table.map(line => line.length)).size).toBe(1);
  });
});

function takeChunks(world: Generator<WorldChunk>, count: number): void {
  for (let taken = 0; taken < count; taken += 1) world.next();
}
