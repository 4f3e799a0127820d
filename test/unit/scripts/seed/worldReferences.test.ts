import { generateWorld } from "../../../../scripts/seed/generateWorld";
import type { WorldAccountRef, WorldChunk, WorldDocument } from "../../../../scripts/seed/worldModel";
import { NOW } from "./loadWorld";

const keyOf = ({ type, number }: WorldDocument): string => `${type}|${number}`;
const refOf = ({ institution, number }: WorldAccountRef): string => `${institution}|${number}`;

/** What of a world can be referred to, up to and including the chunk that is being looked at. */
interface Known {
  readonly subjects: Set<string>;
  readonly lines: Set<string>;
  readonly accounts: Set<string>;
  readonly outlets: Map<string, string>;
  readonly institutions: Set<string>;
  readonly agents: Set<string>;
  readonly authorities: Set<string>;
  readonly causes: Set<string>;
  readonly cases: Set<string>;
}

function learn(known: Known, chunk: WorldChunk): void {
  for (const { code, outlets } of chunk.institutions) {
    known.institutions.add(code);
    for (const outlet of outlets) {
      known.outlets.set(outlet.code, code);
      if (outlet.agentCode !== null) known.agents.add(outlet.agentCode);
    }
  }
  for (const { code } of chunk.authorities) known.authorities.add(code);
  for (const { document } of chunk.subjects) known.subjects.add(keyOf(document));
  for (const { number, flags } of chunk.lines) {
    known.lines.add(number);
    for (const { id } of flags) known.causes.add(id);
  }
  for (const account of chunk.accounts) known.accounts.add(refOf(account));
  for (const one of chunk.cases) {
    known.cases.add(one.number);
    const causes = [one.involvements, one.stopPayments, one.freezes, one.statementRequests].flat();
    for (const { id } of causes) known.causes.add(id);
  }
  for (const { id } of chunk.sanctions) known.causes.add(id);
}

/** Every reference of a chunk that leads nowhere, named by what it stands in. */
function danglingIn(chunk: WorldChunk, known: Known): string[] {
  const dangling: string[] = [];
  const check = (place: string, isKnown: boolean): void => void (isKnown || dangling.push(place));
  const checkDocument = (place: string, document: WorldDocument | null): void =>
    check(place, document === null || known.subjects.has(keyOf(document)));
  const checkOrders = (place: string, orders: readonly { id: string; causeId: string }[]): void => {
    for (const { id, causeId } of orders) check(place, causeId === id || known.causes.has(causeId));
  };

  for (const subject of chunk.subjects) checkDocument("legal representative", subject.legalRepresentative);
  for (const line of chunk.lines) {
    checkDocument("line holder", line.holder);
    check("line carrier", known.institutions.has(line.carrier));
    check("line outlet", line.outletCode === null || known.outlets.get(line.outletCode) === line.carrier);
    checkOrders("line order", line.orders);
  }
  for (const account of chunk.accounts) {
    const { holder, institution, outletCode, reservedPhone, orders, restrictions } = account;
    checkDocument("account holder", holder);
    check("account outlet", outletCode === null || known.outlets.get(outletCode) === institution);
    check("reserved phone", reservedPhone === null || known.lines.has(reservedPhone));
    checkOrders("account order", orders);
    for (const { id, causeId } of restrictions) {
      check("restriction", known.causes.has(causeId));
      check(
        "restriction's order",
        orders.some(order => order.id === id && order.causeId === causeId),
      );
    }
  }
  for (const { from, to, caseNumber } of chunk.transfers) {
    check("transfer", known.accounts.has(refOf(from)) && known.accounts.has(refOf(to)));
    check("transfer's case", caseNumber === null || known.cases.has(caseNumber));
  }
  for (const one of chunk.cases) {
    check("case authority", known.authorities.has(one.authority));
    for (const { subject, lineNumber, account } of one.involvements) {
      checkDocument("involved subject", subject);
      check("involved line", lineNumber === null || known.lines.has(lineNumber));
      check("involved account", account === null || known.accounts.has(refOf(account)));
      check("one target", [subject, lineNumber, account].filter(target => target !== null).length === 1);
    }
    for (const { subject } of one.surrenders) checkDocument("surrender", subject);
    const involved = new Set(one.involvements.map(({ id }) => id));
    for (const { involvementId } of [...one.freezes, ...one.statementRequests])
      check("what rests on an involvement", involved.has(involvementId));
    for (const { account } of one.stopPayments) check("stop-payment", known.accounts.has(refOf(account)));
  }
  for (const { subject, recognisedBy, caseNumber } of chunk.sanctions) {
    checkDocument("sanctioned", subject);
    check("sanction's authority", known.authorities.has(recognisedBy));
    check("sanction's case", caseNumber === null || known.cases.has(caseNumber));
  }
  for (const { subject } of chunk.visits) checkDocument("visit", subject);
  for (const { holder, carrier } of chunk.blacklist) {
    checkDocument("blacklist", holder);
    check("blacklist carrier", known.institutions.has(carrier));
  }
  for (const { caseNumber } of [...chunk.tips, ...chunk.indicators]) {
    check("tip or indicator", caseNumber === null || known.cases.has(caseNumber));
  }
  for (const { outletCode, institution } of chunk.patrols) {
    check("patrol", known.outlets.get(outletCode) === institution);
  }
  for (const { targetKind, targetCode, institution } of chunk.rectifications) {
    const targets = { OUTLET: known.outlets, AGENT: known.agents, INSTITUTION: known.institutions };
    check("rectification", targets[targetKind].has(targetCode) && known.institutions.has(institution));
  }
  for (const { superior } of chunk.authorities)
    check("superior", superior === null || known.authorities.has(superior));
  return dangling;
}

test.each([1, 2, 2026])("whatever a chunk of seed %i refers to has been told by then", seed => {
  const known: Known = {
    subjects: new Set(),
    lines: new Set(),
    accounts: new Set(),
    outlets: new Map(),
    institutions: new Set(),
    agents: new Set(),
    authorities: new Set(),
    causes: new Set(),
    cases: new Set(),
  };
  for (const chunk of generateWorld({ people: 2_000, seed, now: NOW })) {
    learn(known, chunk);
    expect(danglingIn(chunk, known)).toEqual([]);
  }
  expect(known.accounts.size).toBeGreaterThan(4_000);
});

test("the patrol register counts each involved line and account where it was opened", () => {
  const chunks = [...generateWorld({ people: 1_500, seed: 4, now: NOW })];
  const involved = chunks
    .flatMap(({ lines, accounts }) => [...lines, ...accounts])
    .filter(({ involvedOn }) => involvedOn !== null)
    .map(({ outletCode }) => outletCode);
  const { patrols } = chunks.at(-1)!;
  expect(patrols.length).toBeGreaterThan(80);
  for (const { outletCode, involved: count } of patrols) {
    expect(count).toBe(involved.filter(code => code === outletCode).length);
  }
});
