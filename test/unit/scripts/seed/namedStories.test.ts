import { namedPeople } from "../../../../scripts/seed/namedPeople";
import type { NamedPerson, WorldAccount } from "../../../../scripts/seed/worldModel";
import { loadWorld, NOW, TODAY } from "./loadWorld";

const SEED = 2026;
const NOW_AT = "2026-11-23T16:00:00.000Z";
const world = loadWorld(300, SEED);
const named = namedPeople({ seed: SEED, now: NOW });

const linesOf = ({ document }: NamedPerson) =>
  world.lines.filter(({ holder }) => holder?.number === document.number);
const accountsOf = ({ document }: NamedPerson) =>
  world.accounts.filter(({ holder }) => holder.number === document.number);
const sanctionsOf = ({ document }: NamedPerson) =>
  world.sanctions.filter(({ subject }) => subject.number === document.number);
const involvementsOf = ({ document }: NamedPerson) =>
  world.cases.flatMap(one => one.involvements.filter(({ subject }) => subject?.number === document.number));
const standingOn = ({ restrictions }: WorldAccount) =>
  restrictions.filter(({ endsAt, liftedAt }) => liftedAt === null && (endsAt ?? "9999") > NOW_AT);

test("clean has two lines, three accounts, and nothing against her", () => {
  const [lines, accounts] = [linesOf(named.clean), accountsOf(named.clean)];
  expect([lines.length, accounts.length]).toEqual([2, 3]);
  for (const { status, flags, orders, involvedOn } of lines) {
    expect({ status, flags, orders, involvedOn }).toEqual({
      status: "ACTIVE",
      flags: [],
      orders: [],
      involvedOn: null,
    });
  }
  for (const { status, restrictions, orders } of accounts) {
    expect({ status, restrictions, orders }).toEqual({ status: "NORMAL", restrictions: [], orders: [] });
  }
  expect([...sanctionsOf(named.clean), ...involvementsOf(named.clean)]).toEqual([]);
  const phones = lines.map(({ number }) => number);
  expect(
    world.accounts.filter(
      ({ reservedPhone, holder }) =>
        phones.includes(reservedPhone ?? "") && holder.number !== named.clean.document.number,
    ),
  ).toEqual([]);
});

test("fiveCards has five mobile lines in service at C01 and four debit cards at 102", () => {
  const mobiles = linesOf(named.fiveCards).filter(
    ({ kind, carrier, status }) => kind === "MOBILE" && carrier === "C01" && status === "ACTIVE",
  );
  const cards = accountsOf(named.fiveCards).filter(
    ({ kind, institution }) => kind === "DEBIT_CARD" && institution === "102",
  );
  expect([mobiles.length, cards.length]).toEqual([5, 4]);
  expect(cards.every(({ status, exemptFromLimit }) => status === "NORMAL" && exemptFromLimit === null)).toBe(
    true,
  );
  expect(sanctionsOf(named.fiveCards)).toEqual([]);
});

describe("ringMember", () => {
  const person = named.ringMember;
  const own = person.document.number;
  const accounts = accountsOf(person);
  const others = world.accounts.filter(({ holder }) => holder.number !== own);
  const shared = (isShared: (mine: WorldAccount, theirs: WorldAccount) => boolean): Set<string> =>
    new Set(
      others
        .filter(theirs => accounts.some(mine => isShared(mine, theirs)))
        .map(({ holder }) => holder.number),
    );

  test("has four lines with flags, and six accounts at three institutions or more", () => {
    expect([linesOf(person).length, accounts.length]).toEqual([4, 6]);
    expect(new Set(accounts.map(({ institution }) => institution)).size).toBeGreaterThanOrEqual(3);
    expect(
      linesOf(person)
        .flatMap(({ flags }) => flags.map(({ status }) => status))
        .sort(),
    ).toEqual(["DISMISSED", "REPORTED", "VERIFIED"]);
  });

  test("has numbers of others on file at most of his banks", () => {
    const holders = new Map(world.lines.map(({ number, holder }) => [number, holder?.number]));
    const borrowed = accounts
      .map(({ reservedPhone }) => holders.get(reservedPhone!))
      .filter(holder => holder !== own);
    expect(borrowed).toHaveLength(5);
    expect(new Set(borrowed).size).toBe(3);
    expect(borrowed).not.toContain(undefined);
  });

  test("is tied to others in every way there is, and to five people or more", () => {
    const outlets = new Map(
      world.institutions.flatMap(({ outlets }) => outlets.map(outlet => [outlet.code, outlet])),
    );
    const agentOf = ({ outletCode }: WorldAccount) => outlets.get(outletCode ?? "")?.agentCode ?? null;
    const ties = {
      phone: shared((mine, theirs) => mine.reservedPhone === theirs.reservedPhone),
      device: shared((mine, theirs) => mine.deviceId !== null && mine.deviceId === theirs.deviceId),
      outletDay: shared(
        (mine, theirs) => mine.outletCode === theirs.outletCode && mine.openedOn === theirs.openedOn,
      ),
      agent: shared((mine, theirs) => agentOf(mine) !== null && agentOf(mine) === agentOf(theirs)),
      money: new Set(
        world.transfers
          .filter(({ from, to }) => from.holder.number === own || to.holder.number === own)
          .flatMap(({ from, to }) => [from.holder.number, to.holder.number])
          .filter(number => number !== own),
      ),
      representative: new Set(
        world.subjects
          .filter(subject => subject.legalRepresentative?.number === own)
          .map(({ document }) => document.number),
      ),
    };
    for (const [, people] of Object.entries(ties)) expect(people.size).toBeGreaterThan(0);
    const persons = new Set(
      world.subjects.filter(({ kind }) => kind === "PERSON").map(({ document }) => document.number),
    );
    const named = Object.values(ties)
      .flatMap(people => [...people])
      .filter(number => persons.has(number));
    expect(new Set(named).size).toBeGreaterThanOrEqual(5);
  });

  test("is under a sanction that is in force, which banks have carried out in part", () => {
    const [sanction] = sanctionsOf(person);
    expect(sanction).toMatchObject({
      status: "ACTIVE",
      ruleVersion: "MEASURES_2024",
      caseNumber: person.caseNumber,
    });
    expect(new Set(sanction!.measures.map(({ sector }) => sector))).toEqual(
      new Set(["TELECOM", "BANKING", "PAYMENT"]),
    );
    const orders = accounts.flatMap(account =>
      account.orders.filter(({ causeId }) => causeId === sanction!.id),
    );
    expect(new Set(orders.map(({ status }) => status))).toEqual(new Set(["EXECUTED", "DELIVERED"]));
    expect(orders.some(({ executedAt, dueAt }) => executedAt !== null && executedAt > dueAt)).toBe(true);
  });

  test("is tied to an account whose payments are stopped today", () => {
    const stop = world.cases.find(({ number }) => number === person.caseNumber)!.stopPayments[0]!;
    expect(stop.endsAt > "2026-11-24T16:00:00.000Z").toBe(true);
    const account = world.accounts.find(({ number }) => number === stop.account.number)!;
    expect(standingOn(account).map(({ kind }) => kind)).toEqual(["STOP_PAYMENT"]);
  });
});

test("sanctioned is under the notice of 2020 since 29 February 2024, carried out in time, late, and not yet", () => {
  const [sanction] = sanctionsOf(named.sanctioned);
  expect(sanction).toMatchObject({
    status: "ACTIVE",
    ruleVersion: "NOTICE_2020",
    recognisedOn: "2024-02-29",
  });
  expect(new Set(sanction!.measures.map(({ endsOn }) => endsOn))).toEqual(new Set(["2029-02-28"]));
  expect(sanction!.measures.every(({ endsOn, liftedAt }) => endsOn > TODAY && liftedAt === null)).toBe(true);
  const accounts = accountsOf(named.sanctioned);
  const late = accounts
    .flatMap(({ orders }) => orders)
    .filter(({ executedAt, dueAt }) => (executedAt ?? NOW_AT) > dueAt);
  expect(late.map(({ status }) => status).sort()).toEqual(["DELIVERED", "EXECUTED"]);
  expect(
    accounts
      .flatMap(standingOn)
      .map(({ kind }) => kind)
      .sort(),
  ).toEqual(["SUSPEND_ALL_PAYMENT", ...Array<string>(3).fill("SUSPEND_NON_COUNTER")]);
});

test("lifted was sanctioned in 2018 under the notice of 2016, objected, and has been free since 2019", () => {
  const [sanction] = sanctionsOf(named.lifted);
  expect(sanction).toMatchObject({ status: "LIFTED", ruleVersion: "NOTICE_2016" });
  expect(sanction!.recognisedOn).toMatch(/^2018/);
  for (const { liftedAt } of sanction!.measures) expect(liftedAt).toMatch(/^2019/);
  expect(sanction!.objections).toMatchObject([
    { status: "CONFIRMED", restoredAt: expect.stringMatching(/^2019/) as string },
  ]);
  const accounts = accountsOf(named.lifted);
  expect(accounts.every(({ restrictions }) => restrictions.length === 1)).toBe(true);
  expect(accounts.flatMap(standingOn)).toEqual([]);
});

test("unit is a company with a legal representative in its case, unit accounts and a suspended voice trunk", () => {
  const { document, caseNumber } = named.unit;
  const { kind, legalRepresentative } = world.subjects.find(
    subject => subject.document.number === document.number,
  )!;
  expect(kind).toBe("UNIT");
  const one = world.cases.find(({ number }) => number === caseNumber)!;
  expect(one.involvements).toContainEqual(
    expect.objectContaining({
      subject: legalRepresentative,
      role: "LEGAL_REPRESENTATIVE",
      confirmedBy: "police/case-lead",
    }),
  );
  const trunk = linesOf(named.unit).find(line => line.kind === "VOICE_TRUNK")!;
  expect(trunk).toMatchObject({ status: "SUSPENDED", flags: [{ status: "VERIFIED" }] });
  expect(trunk.involvedOn).not.toBeNull();
  expect(
    accountsOf(named.unit)
      .map(account => account.kind)
      .sort(),
  ).toEqual(["UNIT_CARD", "UNIT_SETTLEMENT", "UNIT_SETTLEMENT"]);
});
