import { createCounterNames } from "../../../../gateway/limits/createCounterNames";
import { createProcessCounters } from "../../../../gateway/limits/processCounters";

const names = createCounterNames(Buffer.alloc(32));
const of = (...who: string[]) => ({ rule: { name: "rule", windowSeconds: 60 }, of: who });

describe("counters of a process", () => {
  test("count up, and begin anew a window after their first point", async () => {
    let now = 0;
    const counters = createProcessCounters(names, 1, () => now);
    expect(await counters.read(of("a"))).toBeNull();
    expect(await counters.has(of("a"))).toBe(false);
    expect(await counters.add(of("a"), 2)).toEqual({ total: 2, endsInMs: 60_000 });
    now = 59_999;
    expect(await counters.add(of("a"), 3)).toEqual({ total: 5, endsInMs: 1 });
    expect(await counters.read(of("a"))).toEqual({ total: 5, endsInMs: 1 });
    expect(await counters.has(of("a"))).toBe(true);
    now = 60_000;
    expect(await counters.has(of("a"))).toBe(false);
    expect(await counters.add(of("a"), 1)).toEqual({ total: 1, endsInMs: 60_000 });
  });

  test("are bounded: those go first that nothing was added to for the longest time", async () => {
    const counters = createProcessCounters(names, 1, () => 0, 3);
    for (const who of ["a", "b", "c", "a", "d"]) await counters.add(of(who), 1);
    expect(await counters.read(of("b"))).toBeNull();
    expect(await counters.read(of("a"))).toMatchObject({ total: 2 });
    for (const who of ["c", "d"]) expect(await counters.has(of(who))).toBe(true);
  });

  test("are not kept by being looked at", async () => {
    const counters = createProcessCounters(names, 1, () => 0, 3);
    for (const who of ["a", "b", "c"]) await counters.add(of(who), 1);
    await counters.read(of("a"));
    await counters.has(of("a"));
    await counters.add(of("d"), 1);
    expect(await counters.read(of("a"))).toBeNull();
  });

  test("are told apart by every part of whom they are about", () => {
    const distinct = [
      of("a"),
      of("b"),
      of("a", "b"),
      of("ab"),
      of("a,b"),
      { ...of("a"), rule: { name: "other", windowSeconds: 60 } },
    ];
    expect(new Set(distinct.map(names)).size).toBe(distinct.length);
    expect(names(of("a"))).not.toBe(createCounterNames(Buffer.alloc(32, 1))(of("a")));
  });
});
