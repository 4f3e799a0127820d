import { toFlow, toRows, type Hop } from "../../../../gateway/console/page/pages/money/moneyFlow";

const end = (id: string, status = "NORMAL") => ({
  id,
  maskedNumber: `6222****${id}`,
  status,
  institution: { name: "华衡银行" },
  holder: null,
});
const hop = (number: number, from: unknown, to: unknown, rest: object = {}): Hop =>
  ({
    hop: number,
    transfer: {
      id: `t${JSON.stringify([number, from, to])}`,
      amount: "100.00",
      at: "2026-11-20T01:00:00.000Z",
      channel: "MOBILE",
      caseNumber: null,
      from,
      to,
      ...rest,
    },
  }) as Hop;

describe("money followed hop by hop", () => {
  test("that goes in a circle still goes from left to right alone", () => {
    const { nodes, ribbons } = toFlow([hop(1, end("a"), end("b")), hop(2, end("b"), end("a"))], "OUT");
    const columnOf = new Map(nodes.map(({ id, column }) => [id, column]));
    expect(ribbons).toHaveLength(2);
    for (const { source, target } of ribbons) expect(columnOf.get(target)).toBe(columnOf.get(source)! + 1);
    expect(nodes.map(({ account, column }) => [account?.id, column])).toEqual([
      ["a", 0],
      ["b", 1],
      ["a", 2],
    ]);
  });

  test("between the same two accounts is one ribbon of the whole amount, with each transfer in it", () => {
    const again = { id: "again", amount: "0.50" };
    const { ribbons } = toFlow([hop(1, end("a"), end("b")), hop(1, end("a"), end("b"), again)], "OUT");
    expect(ribbons).toMatchObject([{ amount: 100.5, transfers: [{}, { id: "again" }] }]);
  });

  test("followed backwards ends at the account asked for, on the right", () => {
    const { nodes } = toFlow([hop(1, end("b"), end("a")), hop(2, end("c"), end("b"))], "IN");
    expect(Object.fromEntries(nodes.map(({ account, column }) => [account?.id, column]))).toEqual({
      a: 2,
      b: 1,
      c: 0,
    });
  });

  test("marks where it stops: frozen, stopped, suspended, taken out as cash", () => {
    const { nodes } = toFlow(
      [
        hop(1, end("a"), end("f", "FROZEN")),
        hop(1, end("a"), end("s", "STOP_PAYMENT")),
        hop(1, end("a"), end("n", "NON_COUNTER_SUSPENDED")),
        hop(1, end("a"), null, { channel: "ATM" }),
        hop(1, end("a"), null),
      ],
      "OUT",
    );
    expect(nodes.map(({ stop }) => stop)).toEqual([null, "frozen", "stopped", "suspended", "cash", null]);
  });

  test("as a file carries the audit number on every row", () => {
    const [head, row] = toRows([hop(1, end("a"), null)], "abc-7");
    expect(head?.at(-1)).toBe("audit");
    expect(row).toEqual([
      "1",
      "2026-11-20T01:00:00.000Z",
      "华衡银行 6222****a",
      "",
      "100.00",
      "MOBILE",
      "",
      "abc-7",
    ]);
  });
});
