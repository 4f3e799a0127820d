import { chinaDay } from "../../../schema/contract/calendar";
import { HubError } from "../../../schema/contract/errors";
import { parseText } from "../input/parseText";
import { caseInvolvement } from "../rules/caseInvolvement";
import { legalRepLiability } from "../rules/legalRepLiability";
import { requireDayOfCase } from "../rules/recognitionDay";
import { ruleTermsOn } from "../rules/ruleVersions";
import type { LockedInvolvement } from "../store/involvementWriteStore";
import { CaseStatus, InvolvementRole, InvolvementStanding } from "../types/enums";
import type { Involvement } from "../types/Involvement";
import type { RecogniseInvolvementInput } from "../types/RecogniseInvolvementInput";
import { measureFacts } from "./measureEvent";
import type { PoliceTransaction } from "./policeTransaction";
import { requireImposingOrgan } from "./requireOrgan";

const REASON_OF_FOLLOWERS =
  "PT: legal representative or responsible person of the unit whose involvement was recognised.";

/**
 * An organ of a districted city or above recognises a lead: only from now on does it restrict. For an account the
 * holder's other accounts follow (N16-5), which banking sees to when it hears of it.
 */
export async function recogniseInvolvement(
  input: RecogniseInvolvementInput,
  transaction: PoliceTransaction,
): Promise<Involvement> {
  const { officer, involvements } = transaction;
  await requireImposingOrgan(transaction);
  const reason = parseText("reason", input.reason);
  const lead = await requireLead(input, transaction);
  const recognition = { by: officer.authority, on: input.recognisedOn, reason, followsId: null };
  await involvements.recognise([lead.id], recognition);
  await recogniseFollowers(lead, input.recognisedOn, transaction);
  await tell(lead, input.recognisedOn, transaction);
  return {
    ...lead,
    standing: InvolvementStanding.RECOGNISED,
    recognisedOn: input.recognisedOn,
    recognisingAuthority: officer.authority,
  };
}

/** The lead, if the case lies with the officer or below their organ; the same word for "not there" and "not yours". */
async function requireLead(
  { involvementId, recognisedOn }: RecogniseInvolvementInput,
  transaction: PoliceTransaction,
): Promise<LockedInvolvement> {
  const { at, read, officer, involvements, cases } = transaction;
  const found = await involvements.lockInvolvement(involvementId);
  const caseFile = found === null ? null : await cases.findCase(found.caseNumber);
  if (found === null || caseFile === null) throw noSuchInvolvement();
  const isBelow = (await read.register.organAndAbove(caseFile.authorityCode)).includes(officer.authority);
  const isAssigned = (await read.cases.assignedCases([caseFile.number], officer.id)).size > 0;
  if (!isBelow && !isAssigned) throw noSuchInvolvement();
  if (caseFile.status === CaseStatus.CLOSED) throw new HubError("INVALID_TRANSITION", "The case is CLOSED.");
  if (found.standing !== InvolvementStanding.LEAD)
    throw new HubError("INVALID_TRANSITION", `The involvement is ${found.standing}.`);
  if (found.role === InvolvementRole.VICTIM)
    throw new HubError("BAD_INPUT", "A VICTIM is not recognised: nothing of theirs may be restricted.");
  requireDayOfCase(recognisedOn, caseFile.openedOn, chinaDay(at));
  // N16-5 lets case accounts spread from the same day on from which it sanctions.
  ruleTermsOn(recognisedOn);
  return found;
}

function noSuchInvolvement(): HubError {
  return new HubError("NOT_FOUND", "There is no such involvement, or its case does not lie with your organ.");
}

async function recogniseFollowers(
  { id, subjectId, caseNumber, lineId }: LockedInvolvement,
  on: string,
  { at, officer, involvements, outbox }: PoliceTransaction,
): Promise<void> {
  // PT speaks of communication tools: for a unit's account nobody answers but whom an organ recognises by name.
  if (subjectId === null || lineId === null) return;
  const members = await involvements.caseMembers(caseNumber);
  const followers = legalRepLiability(subjectId, members);
  if (followers.length === 0) return;
  const recognition = { by: officer.authority, on, reason: REASON_OF_FOLLOWERS, followsId: id };
  await involvements.recognise(followers, recognition);
  for (const member of members.filter(one => followers.includes(one.id)))
    await outbox.insert({ kind: "INVOLVEMENT_RECOGNISED", at, caseNumber, subjectId: member.subjectId });
}

async function tell(lead: LockedInvolvement, on: string, { at, outbox }: PoliceTransaction): Promise<void> {
  const { id, caseNumber, role, subjectId, accountId, accountInstitution, lineId } = lead;
  await outbox.insert({ kind: "INVOLVEMENT_RECOGNISED", at, caseNumber, subjectId });
  for (const { causeKind, article, measures } of caseInvolvement(lead, on)) {
    const facts = measureFacts({
      causeKind,
      causeId: id,
      caseNumber,
      subjectId,
      isHolderNamed: role === InvolvementRole.HOLDER && subjectId !== null,
      accountId: causeKind === "CASE_ACCOUNT" ? accountId : null,
      institution: causeKind === "CASE_ACCOUNT" ? accountInstitution : null,
      lineId: causeKind === "CASE_LINE" ? lineId : null,
      measures: [...measures],
      article,
    });
    const event = { kind: "MEASURE_IN_FORCE", ...facts } as const;
    await outbox.insert({
      kind: event.kind,
      at,
      subjectId,
      caseNumber,
      event,
      touched: facts.accountId === null ? [] : [`Account:${facts.accountId}`],
    });
  }
}
