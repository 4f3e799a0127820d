import { HubError } from "../../../schema/contract/errors";
import { parseOfficerId } from "../input/parseOfficerId";
import type { AssignOfficersInput } from "../types/AssignOfficersInput";
import type { Case } from "../types/Case";
import type { PoliceTransaction } from "./policeTransaction";
import { rereadCase, requireLedCase } from "./requireCase";

const MAX_OFFICERS_AT_ONCE = 100;

/**
 * Changes who works on a case and who leads it. A case is never without a lead, and the lead who hands it over
 * stays until the new lead removes them: so nobody locks a case by mistake.
 */
export async function assignOfficers(
  input: AssignOfficersInput,
  transaction: PoliceTransaction,
): Promise<Case> {
  const { officer, at, cases, outbox } = transaction;
  const add = parseOfficers(input.add);
  const remove = parseOfficers(input.remove);
  const led = await requireLedCase(input.caseNumber, transaction);
  const lead = input.lead === null || input.lead === undefined ? led.lead : parseOfficerId(input.lead);
  requireLeadStays(remove, add, lead, officer.id);
  await cases.insertOfficers(led.number, [...new Set([...add, lead])], at);
  await cases.deleteOfficers(led.number, remove);
  if (lead !== led.lead) await cases.updateLead(led.number, lead);
  await outbox.insert({ kind: "CASE_OFFICERS_ASSIGNED", at, caseNumber: led.number });
  return rereadCase(led.number, transaction);
}

function parseOfficers(officers: readonly string[] | null | undefined): string[] {
  const given = officers ?? [];
  if (given.length > MAX_OFFICERS_AT_ONCE) {
    throw new HubError("LIMIT_EXCEEDED", `At most ${MAX_OFFICERS_AT_ONCE} officers can be named at once.`);
  }
  return given.map(parseOfficerId);
}

function requireLeadStays(
  remove: readonly string[],
  add: readonly string[],
  lead: string,
  caller: string,
): void {
  if (remove.includes(lead)) throw new HubError("BAD_INPUT", "A case cannot be left without its lead.");
  if (remove.includes(caller)) {
    throw new HubError("BAD_INPUT", "Hand the case over first; the new lead can then remove you.");
  }
  if (remove.some(one => add.includes(one))) {
    throw new HubError("BAD_INPUT", "An officer cannot be added and removed at once.");
  }
}
