import { addYears, daysBetween } from "../../../../schema/contract/calendar";
import { loadWorld, TODAY } from "./loadWorld";

const world = loadWorld(3_000, 5);
const NOW_AT = "2026-11-23T16:00:00.000Z";

/** What may lie ahead: deadlines, ends, plans. All else has happened. */
const MAY_LIE_AHEAD = ["dueAt", "endsAt", "expiresAt", "endsOn", "dueOn", "plannedOn"];

const subjects = new Map(world.subjects.map(subject => [subject.document.number, subject]));

describe("time", () => {
  test("nothing has happened after the day began on which the world was made", () => {
    const ahead = [...JSON.stringify(world).matchAll(/"(\w+(?:On|At|From|To))":"([^"]+)"/g)].filter(
      ([, name, value]) =>
        !MAY_LIE_AHEAD.includes(name!) && (name!.endsWith("On") ? value! >= TODAY : value! > NOW_AT),
    );
    expect(ahead.map(([text]) => text).filter(text => !text.startsWith('"completeAsOf"'))).toEqual([]);
  });

  test("nobody opened anything as a child", () => {
    const residents = [...world.accounts, ...world.lines].filter(
      ({ holder }) => holder?.type === "RESIDENT_ID",
    );
    const children = residents.filter(item => {
      const digits = item.holder!.number.slice(6, 14);
      const born = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
      return ("openedOn" in item ? item.openedOn : item.registeredOn) < addYears(born, 15);
    });
    expect(children).toEqual([]);
  });

  test("lines are registered, activated, used and closed in this order", () => {
    for (const { registeredOn, activatedOn, lastUsedOn, closedOn, status } of world.lines) {
      const days = [registeredOn, activatedOn, lastUsedOn, closedOn].filter(day => day !== null);
      expect([...days].sort()).toEqual(days);
      expect(closedOn !== null).toBe(status === "CLOSED");
      expect(activatedOn === null).toBe(status === "PENDING");
    }
  });

  test("orders are issued, delivered and executed in this order, and their status says how far they are", () => {
    const orders = [
      ...world.accounts.flatMap(account => account.orders),
      ...world.lines.flatMap(line => line.orders),
    ];
    for (const order of orders) {
      const moments = [order.issuedAt, "deliveredAt" in order ? order.deliveredAt : null, order.executedAt];
      const known = moments.filter(moment => moment !== null);
      expect([...known].sort()).toEqual(known);
      expect(order.executedAt !== null).toBe(order.status === "EXECUTED");
      expect(order.dueAt > order.issuedAt).toBe(true);
    }
    expect(orders.some(({ executedAt, dueAt }) => executedAt !== null && executedAt > dueAt)).toBe(true);
    expect(orders.some(({ status, dueAt }) => status === "DELIVERED" && dueAt < NOW_AT)).toBe(true);
  });
});

describe("lines", () => {
  test("without a holder are in service nowhere (N16-3)", () => {
    const nobodys = world.lines.filter(({ holder }) => holder === null);
    expect(nobodys.length).toBeGreaterThan(20);
    expect(nobodys.filter(({ status }) => status === "ACTIVE" || status === "DORMANT")).toEqual([]);
  });

  test("that sleep have not been used for more than 90 days (RN-5)", () => {
    for (const { status, lastUsedOn } of world.lines) {
      if (status === "DORMANT") expect(daysBetween(lastUsedOn!, TODAY)).toBeGreaterThan(90);
    }
  });

  test("that are suspended owe it to an order that was carried out and not undone", () => {
    for (const { status, orders, holder } of world.lines) {
      if (status !== "SUSPENDED") continue;
      const causes = orders.filter(
        ({ kind, executedAt }) => executedAt !== null && (kind === "SUSPEND" || kind === "STOP_UNREGISTERED"),
      );
      const undone = new Set(orders.filter(({ kind }) => kind === "RESTORE").map(({ causeId }) => causeId));
      expect(causes.some(({ causeId }) => !undone.has(causeId))).toBe(true);
      expect(causes.some(({ kind }) => kind === "STOP_UNREGISTERED")).toBe(holder === null);
    }
  });

  test("are suspended for a flag only once it was verified (SH)", () => {
    for (const { orders, flags } of world.lines) {
      const standings = new Map(flags.map(flag => [flag.id, flag]));
      for (const { kind, causeId, issuedAt } of orders) {
        const flag = standings.get(causeId);
        if (kind !== "SUSPEND" || flag === undefined) continue;
        expect(flag.status).toBe("VERIFIED");
        expect(flag.verifiedAt! <= issuedAt).toBe(true);
      }
    }
  });
});

describe("units", () => {
  test("have a legal representative who is a person of the world, some of them people in a case", () => {
    const units = world.subjects.filter(({ kind }) => kind === "UNIT");
    expect(units.length).toBeGreaterThan(20);
    for (const { legalRepresentative } of units)
      expect(subjects.get(legalRepresentative!.number)?.kind).toBe("PERSON");
    for (const { legalRepresentative, kind } of world.subjects) {
      expect(legalRepresentative === null).toBe(kind === "PERSON");
    }
  });

  test("alone hold voice trunks, 400 numbers, switchboards, gateways and unit accounts", () => {
    const kindOf = (number: string | undefined) => subjects.get(number ?? "")?.kind;
    for (const { kind, holder } of world.lines) {
      if (/TRUNK|400|SWITCHBOARD|ONE_NUMBER|GATEWAY/.test(kind)) expect(kindOf(holder?.number)).toBe("UNIT");
    }
    for (const { kind, holder } of world.accounts) {
      if (kind.startsWith("UNIT_")) expect(kindOf(holder.number)).toBe("UNIT");
      else if (kind !== "PAYMENT_ACCOUNT") expect(kindOf(holder.number)).toBe("PERSON");
    }
  });
});
