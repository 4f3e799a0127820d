import type { WorldAccount, WorldCase, WorldTransfer } from "../../../../scripts/seed/worldModel";
import { loadWorld } from "./loadWorld";

const PEOPLE = 3_000;
const world = loadWorld(PEOPLE, 6);
const NAMED_SERIALS = /-0\d\d$/;

/** What ties the members of one ring together. */
interface Ring {
  readonly case: WorldCase;
  readonly members: readonly string[];
  readonly mules: readonly WorldAccount[];
  readonly transfers: readonly WorldTransfer[];
}

const accounts = new Map(
  world.accounts.map(account => [`${account.institution}|${account.number}`, account]),
);
const holderOfLine = new Map(world.lines.map(({ number, holder }) => [number, holder?.number]));
const people = new Set(
  world.subjects.filter(({ kind }) => kind === "PERSON").map(({ document }) => document.number),
);
const rings = world.cases.filter(({ number }) => !NAMED_SERIALS.test(number)).map(describeRing);

function describeRing(one: WorldCase): Ring {
  const culprits = one.involvements.filter(({ role }) => role === "PERPETRATOR" || role === "HOLDER");
  const numbers = culprits.map(({ subject }) => subject?.number).filter(number => number !== undefined);
  return {
    case: one,
    members: [...new Set(numbers)].filter(number => people.has(number)),
    mules: one.involvements
      .map(({ account }) => accounts.get(`${account?.institution ?? ""}|${account?.number ?? ""}`))
      .filter(account => account !== undefined),
    transfers: world.transfers.filter(({ caseNumber }) => caseNumber === one.number),
  };
}

function mostHoldersOf(ring: Ring, keyOf: (account: WorldAccount) => string | null): number {
  const holders = new Map<string, Set<string>>();
  for (const account of ring.mules) {
    const key = keyOf(account);
    if (key !== null) holders.set(key, (holders.get(key) ?? new Set()).add(account.holder.number));
  }
  return Math.max(...[...holders.values()].map(({ size }) => size));
}

test("there is about one ring in 150 people, of four to twelve members", () => {
  expect(rings.length).toBeGreaterThanOrEqual(Math.floor(PEOPLE / 150) - 1);
  expect(rings.length).toBeLessThanOrEqual(Math.ceil(PEOPLE / 150));
  const sizes = rings.map(({ members }) => members.length);
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(4);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(12);
  expect(new Set(sizes).size).toBeGreaterThan(3);
});

describe("the members of each ring are tied together", () => {
  const agents = new Map(
    world.institutions.flatMap(({ outlets }) =>
      outlets.map(({ code, agentCode }) => [code, agentCode] as const),
    ),
  );

  test("by a number at their banks that belongs to somebody else", () => {
    for (const ring of rings) {
      expect(mostHoldersOf(ring, ({ reservedPhone }) => reservedPhone)).toBeGreaterThan(1);
      const borrowed = ring.mules.filter(
        ({ reservedPhone, holder }) => holderOfLine.get(reservedPhone ?? "") !== holder.number,
      );
      expect(borrowed.length / ring.mules.length).toBeGreaterThan(0.5);
    }
  });

  test("by one device", () => {
    for (const ring of rings)
      expect(mostHoldersOf(ring, ({ deviceId }) => deviceId)).toBe(mostHoldersOf(ring, () => ""));
  });

  test("by one outlet on one day", () => {
    for (const ring of rings) {
      const outletDay = ({ outletCode, openedOn }: WorldAccount): string => `${outletCode ?? ""}|${openedOn}`;
      expect(mostHoldersOf(ring, outletDay)).toBeGreaterThanOrEqual(ring.members.length);
    }
  });

  test("by one agent, in most rings, and by one legal representative, in some", () => {
    const ofAgents = rings.filter(
      ring => mostHoldersOf(ring, ({ outletCode }) => agents.get(outletCode ?? "") ?? null) > 1,
    );
    expect(ofAgents.length).toBeGreaterThan(rings.length / 2);
    const representatives = world.subjects.map(({ legalRepresentative }) => legalRepresentative?.number);
    const withShell = rings.filter(({ members }) => members.some(member => representatives.includes(member)));
    expect(withShell.length).toBeGreaterThan(rings.length / 4);
  });
});

describe("the money of each ring", () => {
  const refOf = ({ institution, number }: WorldTransfer["from"]): string => `${institution}|${number}`;

  test("comes in, is split, and goes on within minutes", () => {
    for (const { transfers } of rings) {
      for (const transfer of transfers) {
        expect(Number(transfer.amount)).toBeGreaterThan(0);
        expect(transfer.amount).toMatch(/^\d+\.\d\d$/);
        const from = accounts.get(refOf(transfer.from))!;
        expect(from.openedOn < transfer.at.slice(0, 10)).toBe(true);
        const received = transfers.filter(
          ({ to, at }) => refOf(to) === refOf(transfer.from) && at < transfer.at,
        );
        const waits = received.map(({ at }) => (Date.parse(transfer.at) - Date.parse(at)) / 60_000);
        if (received.length > 0) expect(Math.min(...waits)).toBeLessThan(20);
      }
    }
    expect(rings.filter(({ transfers }) => transfers.length > 3).length).toBeGreaterThan(rings.length / 2);
  });

  test("never leaves an account that it has not come into, and never in full", () => {
    for (const ring of rings) {
      const cents = (amount: string): number => Math.round(Number(amount) * 100);
      const sources = new Set(
        ring.case.involvements.filter(({ role }) => role === "VICTIM").map(({ subject }) => subject!.number),
      );
      const mules = new Set(
        ring.transfers
          .map(({ from }) => refOf(from))
          .filter(ref => !sources.has(accounts.get(ref)!.holder.number)),
      );
      for (const mule of mules) {
        const sum = (side: "from" | "to"): number =>
          ring.transfers
            .filter(transfer => refOf(transfer[side]) === mule)
            .reduce((total, { amount }) => total + cents(amount), 0);
        expect(sum("from")).toBeLessThan(sum("to"));
      }
    }
  });

  test("passes through two to five hops", () => {
    const depthOf = (transfers: readonly WorldTransfer[], transfer: WorldTransfer): number => {
      const next = transfers.filter(({ from, at }) => refOf(from) === refOf(transfer.to) && at > transfer.at);
      return 1 + Math.max(0, ...next.map(one => depthOf(transfers, one)));
    };
    // A ring with several victims tells of as many chains, which may meet in the same account.
    const single = rings.filter(
      ({ transfers }) => new Set(transfers.map(({ at }) => at.slice(0, 10))).size === 1,
    );
    const depths = single.map(({ transfers }) => Math.max(...transfers.map(one => depthOf(transfers, one))));
    expect(single.length).toBeGreaterThan(1);
    for (const depth of depths) expect(depth >= 2 && depth <= 5).toBe(true);
  });
});

test("ordinary people mostly give banks a number of their own", () => {
  const members = new Set(rings.flatMap(ring => ring.members));
  const ordinary = world.accounts.filter(
    ({ holder, reservedPhone, kind }) =>
      people.has(holder.number) &&
      !members.has(holder.number) &&
      reservedPhone !== null &&
      !kind.startsWith("UNIT"),
  );
  const own = ordinary.filter(
    ({ reservedPhone, holder }) => holderOfLine.get(reservedPhone!) === holder.number,
  );
  expect(own.length / ordinary.length).toBeGreaterThan(0.93);
  expect(own.length).toBeLessThan(ordinary.length);
});
