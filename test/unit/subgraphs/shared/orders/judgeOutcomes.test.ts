import { judgeOutcomes } from "../../../../../subgraphs/shared/orders/judgeOutcomes";

const ISSUED = new Date("2026-11-24T04:00:00.000Z");
const order = {
  id: "o",
  kind: "RESTORE",
  status: "ISSUED",
  issuedAt: ISSUED,
  executedAt: null,
  ruleId: "objectionLift",
};
const said = (at: Date) => ({
  ...{ orderId: "o", status: "EXECUTED", at, refusalReason: null, reference: null },
});
const before = (seconds: number) => new Date(ISSUED.getTime() - seconds * 1_000);

test("what an institution says it undid before it was told to, by a clock that is behind, was undone when it was told", () => {
  const { verdicts, settled } = judgeOutcomes([order], [said(before(270)) as never]);
  expect(verdicts).toMatchObject([{ state: "ACCEPTED" }]);
  expect(settled).toMatchObject([{ outcome: { at: ISSUED } }]);
  const known = { ...order, status: "EXECUTED", executedAt: ISSUED };
  expect(judgeOutcomes([known], [said(before(270)) as never]).verdicts).toMatchObject([
    { state: "DUPLICATE" },
  ]);
});

test("what lies further back than clocks differ is refused", () => {
  const { verdicts, settled } = judgeOutcomes([order], [said(before(301)) as never]);
  expect(verdicts).toMatchObject([{ state: "REJECTED", code: "BAD_INPUT" }]);
  expect(settled).toEqual([]);
});
