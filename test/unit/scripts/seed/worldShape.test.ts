import { addDays } from "../../../../schema/contract/calendar";
import { loadWorld, TODAY } from "./loadWorld";

const world = loadWorld(2_000, 1);

describe("the shape of life", () => {
  const perHolder = (items: readonly { readonly holder: { readonly number: string } | null }[]): number[] => {
    const counts = new Map(world.subjects.map(({ document }) => [document.number, 0]));
    for (const { holder } of items) {
      if (holder !== null) counts.set(holder.number, (counts.get(holder.number) ?? 0) + 1);
    }
    return [...counts.values()];
  };
  const share = (counts: readonly number[], isMeant: (count: number) => boolean): number =>
    counts.filter(isMeant).length / counts.length;

  test("most people have one line or two, few have many", () => {
    const counts = perHolder(world.lines);
    expect(share(counts, count => count === 1 || count === 2)).toBeGreaterThan(0.6);
    expect(share(counts, count => count >= 6)).toBeLessThan(0.08);
    expect(Math.max(...counts)).toBeGreaterThan(7);
  });

  test("most people have one to four accounts, few have many", () => {
    const counts = perHolder(world.accounts);
    expect(share(counts, count => count >= 1 && count <= 4)).toBeGreaterThan(0.7);
    expect(Math.max(...counts)).toBeGreaterThan(9);
  });

  test("some stand at the five cards of one carrier and at the four of one bank, and some above", () => {
    const count = (keys: readonly string[]): number[] => {
      const counts = new Map<string, number>();
      for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
      return [...counts.values()];
    };
    const cards = count(
      world.lines
        .filter(({ kind, status }) => kind === "MOBILE" && status === "ACTIVE")
        .map(({ holder, carrier }) => `${holder?.number ?? ""}|${carrier}`),
    );
    const debit = count(
      world.accounts
        .filter(
          ({ kind, status, exemptFromLimit }) =>
            kind === "DEBIT_CARD" && status !== "CLOSED" && exemptFromLimit === null,
        )
        .map(({ holder, institution }) => `${holder.number}|${institution}`),
    );
    expect(cards).toContain(5);
    expect(cards.some(cardCount => cardCount > 5)).toBe(true);
    expect(debit).toContain(4);
    expect(debit.some(cardCount => cardCount > 4)).toBe(true);
  });

  test("a bank gave class I twice before 2016-12-01, and to nobody who had it since", () => {
    const classOne = world.accounts.filter(
      ({ accountClass, kind }) => accountClass === "I" && kind !== "PAYMENT_ACCOUNT",
    );
    const before = classOne.filter(({ openedOn }) => openedOn < "2016-12-01");
    const since = classOne.filter(({ openedOn }) => openedOn >= "2016-12-01");
    const keyOf = ({ holder, institution }: (typeof classOne)[number]): string =>
      `${holder.number}|${institution}`;
    expect(new Set(before.map(keyOf)).size).toBeLessThan(before.length);
    expect(new Set(since.map(keyOf)).size).toBe(since.length);
  });

  test("lines lie unused for more than 90 days, some of them still in service", () => {
    const unused = world.lines.filter(
      ({ lastUsedOn }) => lastUsedOn !== null && lastUsedOn < addDays(TODAY, -91),
    );
    expect(unused.some(({ status }) => status === "ACTIVE")).toBe(true);
    expect(unused.some(({ status }) => status === "DORMANT")).toBe(true);
  });

  test("most involved cards were opened at few outlets", () => {
    const involved = world.patrols.map(patrol => patrol.involved).sort((a, b) => b - a);
    const total = involved.reduce((sum, count) => sum + count, 0);
    const top = involved.slice(0, Math.ceil(involved.length / 10)).reduce((sum, count) => sum + count, 0);
    expect(total).toBeGreaterThan(50);
    expect(top / total).toBeGreaterThan(0.4);
  });
});

describe("what institutions have reported", () => {
  const standing = (code: string) => {
    const { completeAsOf } = world.institutions.find(institution => institution.code === code)!;
    const held = world.accounts.filter(({ institution }) => institution === code);
    return { completeAsOf, held: held.length + world.lines.filter(({ carrier }) => carrier === code).length };
  };

  test("one is silent and holds nothing, one is half-way, one is stale, all others are up to date", () => {
    expect(standing("105")).toEqual({ completeAsOf: null, held: 0 });
    expect(standing("104").completeAsOf).toBeNull();
    expect(standing("104").held).toBeGreaterThan(50);
    expect(standing("V02").completeAsOf! < "2026-10").toBe(true);
    const others = world.institutions.filter(({ code }) => !["104", "105", "V02"].includes(code));
    expect(others).toHaveLength(10);
    for (const { completeAsOf } of others) expect(completeAsOf).toBe("2026-11-23T16:00:00.000Z");
  });

  test("the stale one tells of nothing after the day it fell silent", () => {
    const days = world.lines
      .filter(({ carrier }) => carrier === "V02")
      .flatMap(({ registeredOn, lastUsedOn, closedOn }) => [registeredOn, lastUsedOn, closedOn])
      .filter(day => day !== null);
    expect(days.length).toBeGreaterThan(20);
    expect(days.sort().at(-1)! < "2026-09-10").toBe(true);
  });

  test("carriers, resellers, banks and payment institutions are three, two, five and three", () => {
    const codes = world.institutions.map(({ code }) => code.charAt(0));
    expect(codes.join("")).toBe("CCCVV11111ZZZ");
  });
});
