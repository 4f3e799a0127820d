import {
  byUrgency,
  countKinds,
  isLate,
  isOpen,
  type Order,
} from "../../../../gateway/console/page/pages/orders/orderOf";

const NOW = "2026-11-24T04:00:00.000Z";
const order = (id: string, dueAt: string, status = "DELIVERED", kind = "FREEZE", ruleId = "freeze"): Order =>
  ({ id, dueAt, status, kind, account: null, reason: { ruleId } }) as unknown as Order;

describe("the queue of orders", () => {
  const done = order("done", "2026-11-01T00:00:00.000Z", "EXECUTED");
  const late = order("late", "2026-11-23T00:00:00.000Z");
  const next = order("next", "2026-11-25T00:00:00.000Z", "ISSUED", "RESTORE");

  test("counts as late what is open and past its time, and nothing that has ended", () => {
    expect([done, late, next].map(one => isLate(one, NOW))).toEqual([false, true, false]);
  });

  test("holds what is owed to a person open though it was refused, and no other refusal", () => {
    const refused = (kind: string, ruleId?: string) => isOpen(order("refused", NOW, "REFUSED", kind, ruleId));
    expect([refused("RESTORE"), refused("REVIEW", "wrongRecord"), refused("FREEZE")]).toEqual([
      true,
      true,
      false,
    ]);
  });

  test("begins with what is late, whatever was due before it", () => {
    expect(byUrgency([next, done, late], NOW).map(({ id }) => id)).toEqual(["late", "done", "next"]);
  });

  test("tells how many there are of each kind, the most first", () => {
    expect(countKinds([next, late, done])).toEqual([
      ["enums.AccountOrderKind.FREEZE", 2],
      ["enums.AccountOrderKind.RESTORE", 1],
    ]);
  });
});
