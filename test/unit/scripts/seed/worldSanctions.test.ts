import { addYears, chinaDay } from "../../../../schema/contract/calendar";
import type {
  WorldAccount,
  WorldDocument,
  WorldMeasure,
  WorldSanction,
} from "../../../../scripts/seed/worldModel";
import { loadWorld, TODAY } from "./loadWorld";

const world = loadWorld(3_000, 5);
const NOW_AT = "2026-11-23T16:00:00.000Z";

const levelOf = new Map(world.authorities.map(({ code, level }) => [code, level]));
const accountsOf = byHolder(world.accounts);
const linesOf = byHolder(world.lines);

describe("sanctions", () => {
  // The hand-written table of intervals, in years: suspended, no new account.
  const YEARS: Readonly<Record<string, readonly [number, number]>> = {
    NOTICE_2016: [5, 3],
    PBOC_2019_85: [5, 5],
    NOTICE_2020: [5, 5],
    MEASURES_2024: [2, 2],
  };
  const FROM: readonly (readonly [string, string])[] = [
    ["MEASURES_2024", "2024-12-01"],
    ["NOTICE_2020", "2020-12-17"],
    ["PBOC_2019_85", "2019-04-01"],
    ["NOTICE_2016", "2017-01-01"],
  ];

  test("are recognised by organs of a districted city or above alone", () => {
    const levels = new Set(world.sanctions.map(({ recognisedBy }) => levelOf.get(recognisedBy)));
    expect(levels).not.toContain("COUNTY");
    expect(levels).toContain("DISTRICTED_CITY");
  });

  test("fall under the version of their day and its conducts", () => {
    for (const { ruleVersion, recognisedOn, conduct } of world.sanctions) {
      expect(ruleVersion).toBe(FROM.find(([, from]) => from <= recognisedOn)?.[0]);
      if (ruleVersion === "NOTICE_2020") expect(conduct).toMatch(/^ILLEGAL_(RENT|SALE|PURCHASE)$/);
      if (conduct === "CRIMINAL_CONVICTION" || conduct === "ILLEGAL_TRANSFER")
        expect(ruleVersion).toBe("MEASURES_2024");
    }
  });

  test("last as long as their version says, from the day of recognition", () => {
    for (const sanction of world.sanctions) {
      const [suspended, noNewAccount] =
        sanction.conduct === "CRIMINAL_CONVICTION" ? [3, 3] : YEARS[sanction.ruleVersion]!;
      for (const { kind, sector, startsOn, endsOn } of sanction.measures.filter(
        ({ sector }) => sector !== "TELECOM",
      )) {
        expect(startsOn).toBe(sanction.recognisedOn);
        expect(endsOn).toBe(addYears(startsOn, kind === "NO_NEW_ACCOUNT" ? noNewAccount : suspended));
        if (kind !== "NO_NEW_ACCOUNT")
          expect(sector).toBe(kind === "SUSPEND_ALL_PAYMENT" ? "PAYMENT" : "BANKING");
      }
    }
  });

  test("reach phone lines only since the notice of 2020, and for phone or IoT cards", () => {
    const withTelecom = world.sanctions.filter(({ measures }) =>
      measures.some(({ sector }) => sector === "TELECOM"),
    );
    expect(withTelecom.length).toBeGreaterThan(10);
    for (const { recognisedOn, instruments } of withTelecom) {
      expect(recognisedOn >= "2020-12-17").toBe(true);
      expect(instruments.includes("PHONE_CARD") || instruments.includes("IOT_CARD")).toBe(true);
    }
  });

  test("stand as their measures, objections and papers say", () => {
    const isOver = ({ endsOn, liftedAt }: WorldMeasure): boolean => liftedAt !== null || endsOn < TODAY;
    for (const { status, measures, objections, servedOn } of world.sanctions) {
      expect(servedOn === null).toBe(status === "RECOGNISED");
      expect(objections.some(objection => objection.status === "FILED")).toBe(status === "OBJECTED");
      expect(measures.some(({ liftedAt }) => liftedAt !== null)).toBe(status === "LIFTED");
      if (measures.length > 0)
        expect(measures.every(isOver)).toBe(status === "LIFTED" || status === "EXPIRED");
    }
  });

  test("keep their subject from opening anything while they forbid it", () => {
    const isForbidden = (day: string, { startsOn, endsOn, liftedAt }: WorldMeasure): boolean =>
      day > startsOn && day <= (liftedAt === null ? endsOn : chinaDay(new Date(liftedAt)));
    const of = (kind: string, { measures }: WorldSanction) =>
      measures.filter(measure => measure.kind === kind);
    for (const sanction of world.sanctions) {
      const { number } = sanction.subject;
      for (const ban of of("NO_NEW_ACCOUNT", sanction)) {
        expect((accountsOf.get(number) ?? []).filter(({ openedOn }) => isForbidden(openedOn, ban))).toEqual(
          [],
        );
      }
      for (const ban of of("NO_NEW_LINE", sanction)) {
        expect(
          (linesOf.get(number) ?? []).filter(({ registeredOn }) => isForbidden(registeredOn, ban)),
        ).toEqual([]);
      }
    }
  });

  test("reach every account while they stand: each has an order, is restricted from then on, and restored once it ended", () => {
    for (const { id, subject, measures } of world.sanctions) {
      for (const measure of measures.filter(
        ({ kind }) => kind.startsWith("SUSPEND_") && kind !== "SUSPEND_LINE",
      )) {
        const meant = (accountsOf.get(subject.number) ?? []).filter(
          account =>
            (account.kind === "PAYMENT_ACCOUNT") === (measure.sector === "PAYMENT") &&
            account.openedOn < (measure.liftedAt ?? measure.endsOn) &&
            (account.closedOn ?? "9999") > measure.startsOn,
        );
        for (const account of meant) expectCarriedOut(account, id, measure);
      }
    }
  });

  function expectCarriedOut(account: WorldAccount, cause: string, measure: WorldMeasure): void {
    const ordered = (kind: string) =>
      account.orders.find(({ kind: one, causeId }) => one === kind && causeId === cause);
    const order = ordered(measure.kind);
    const restriction = account.restrictions.find(({ id }) => id === order?.id);
    expect(restriction).toMatchObject({
      kind: measure.kind,
      causeId: cause,
      startsAt: order?.issuedAt,
      liftedAt: measure.liftedAt,
    });
    expect(chinaDay(new Date(Date.parse(restriction!.endsAt!) - 1))).toBe(measure.endsOn);
    const isOver = measure.liftedAt !== null || measure.endsOn < TODAY;
    if (isOver) expect(order?.status).toMatch(/EXECUTED|REFUSED|EXPIRED/);
    expect(ordered("RESTORE") !== undefined).toBe(
      isOver && (order?.status === "EXECUTED" || (order?.status === "EXPIRED" && order.deliveredAt !== null)),
    );
  }
});

describe("cases", () => {
  test("have a lead who is assigned, and who confirms only what others added", () => {
    for (const { lead, officers, involvements, approvals } of world.cases) {
      expect(officers).toContain(lead);
      for (const { addedBy, confirmedBy, confirmedAt } of involvements) {
        expect(officers).toContain(addedBy);
        expect((confirmedBy === null) === (confirmedAt === null)).toBe(true);
        if (confirmedBy !== null) expect([confirmedBy, confirmedBy === addedBy]).toEqual([lead, false]);
      }
      for (const { officer, approvedBy } of approvals)
        expect([approvedBy, officer === lead]).toEqual([lead, false]);
    }
    expect(world.cases.some(({ approvals }) => approvals.length > 0)).toBe(true);
  });

  test("recognise through an organ of a districted city or above, and only what they recognise is restricted", () => {
    const involvements = world.cases.flatMap(one => one.involvements);
    for (const { standing, recognisedBy, recognisedOn, withdrawnAt } of involvements) {
      expect(recognisedBy !== null && levelOf.get(recognisedBy) !== "COUNTY").toBe(standing === "RECOGNISED");
      expect(recognisedOn !== null).toBe(standing === "RECOGNISED");
      expect(withdrawnAt !== null).toBe(standing === "WITHDRAWN");
    }
    const recognised = new Set(
      involvements.filter(({ standing }) => standing === "RECOGNISED").map(({ account }) => account?.number),
    );
    for (const { number, involvedOn, orders } of world.accounts) {
      expect(involvedOn !== null).toBe(recognised.has(number));
      expect(orders.some(({ kind }) => kind === "FREEZE")).toBe(recognised.has(number));
    }
  });

  test("spread from each recognised account to every other one of its holder (N16-5)", () => {
    const recognised = world.cases.flatMap(one => one.involvements).filter(({ account }) => account !== null);
    let spread = 0;
    for (const { id, account, recognisedOn } of recognised.filter(one => one.standing === "RECOGNISED")) {
      const involved = world.accounts.find(({ number }) => number === account!.number)!;
      const others = accountsOf
        .get(involved.holder.number)!
        .filter(other => other !== involved && (other.closedOn ?? "9999") > recognisedOn!);
      for (const { restrictions } of others)
        expect(restrictions.filter(({ causeId }) => causeId === id)).toMatchObject([{ liftedAt: null }]);
      expect(involved.restrictions.filter(({ causeId }) => causeId === id)).toEqual([]);
      spread += others.length;
    }
    expect(spread).toBeGreaterThan(20);
  });

  test("stop payments for 48 hours and no account more than twice", () => {
    const stops = world.cases.flatMap(one => one.stopPayments);
    for (const { startsAt, endsAt } of stops)
      expect(Date.parse(endsAt) - Date.parse(startsAt)).toBe(48 * 3_600_000);
    const keys = stops.map(({ account, sequence }) => `${account.number}|${sequence}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(stops.some(({ endsAt }) => endsAt > NOW_AT)).toBe(true);
    expect(new Set(stops.map(({ sequence }) => sequence))).toEqual(new Set([1, 2]));
  });
});

function byHolder<T extends { readonly holder: WorldDocument | null }>(
  items: readonly T[],
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const number = item.holder?.number;
    if (number !== undefined) groups.set(number, [...(groups.get(number) ?? []), item]);
  }
  return groups;
}
