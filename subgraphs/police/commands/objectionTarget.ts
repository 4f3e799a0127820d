import { chinaDay, endOfChinaDay } from "../../../schema/contract/calendar";
import { HubError } from "../../../schema/contract/errors";
import { isEnded } from "../rules/sanctionStatus";
import { InvolvementStanding, ObjectionTarget } from "../types/enums";
import { decidingOrgan } from "./decidingOrgan";
import type { CallerTransaction } from "./policeTransaction";
import { requireSanction } from "./requireSanction";

/** What is objected to: whose it is, who decides, and when it ends by itself. */
export interface ObjectedThing {
  readonly subjectId: string | null;
  readonly authority: string;
  readonly endsAt: Date | null;
}

/** The same word for what is not there and for what is another person's. */
function noSuchTarget(): HubError {
  return new HubError("NOT_FOUND", "There is nothing of this kind and id that you can object to.");
}

/** Finds what is objected to. Throws NOT_FOUND for others' things, INVALID_TRANSITION for what has ended. */
export function requireObjectionTarget(
  target: ObjectionTarget,
  targetId: string,
  transaction: CallerTransaction,
): Promise<ObjectedThing> {
  switch (target) {
    case ObjectionTarget.SANCTION:
      return requireObjectedSanction(targetId, transaction);
    case ObjectionTarget.INVOLVEMENT:
      return requireObjectedInvolvement(targetId, transaction);
    case ObjectionTarget.STOP_PAYMENT:
      return requireObjectedStop(targetId, transaction);
    case ObjectionTarget.ORDER:
    case ObjectionTarget.BLACKLIST_ENTRY:
    case ObjectionTarget.DATA_ERROR:
      return describeForeignTarget(transaction);
  }
}

async function requireObjectedSanction(id: string, transaction: CallerTransaction): Promise<ObjectedThing> {
  const { caller, read } = transaction;
  const found = (await read.sanctions.sanctionsByIds([id])).get(id.toLowerCase());
  if (found === undefined || !mayObject(found.subjectId, caller.person)) throw noSuchTarget();
  const { sanction, status, measures } = await requireSanction(id, transaction);
  if (isEnded(status)) throw new HubError("INVALID_TRANSITION", `The sanction is ${status}.`);
  const lastDay = measures.map(({ endsOn }) => endsOn).reduce((a, b) => (a > b ? a : b), "");
  const endsAt = lastDay === "" ? null : endOfChinaDay(new Date(`${lastDay}T00:00:00.000Z`));
  return { subjectId: sanction.subjectId, authority: sanction.authorityCode, endsAt };
}

async function requireObjectedInvolvement(
  id: string,
  { caller, involvements }: CallerTransaction,
): Promise<ObjectedThing> {
  const found = await involvements.lockInvolvement(id);
  // A lead restricts nobody, and that there is one is told to nobody outside the police.
  const isKnown = found !== null && (caller.kind === "POLICE" || found.recognisedOn !== null);
  if (!isKnown || !mayObject(found.subjectId, caller.person)) throw noSuchTarget();
  if (found.standing !== InvolvementStanding.RECOGNISED || found.recognisingAuthority === null)
    throw new HubError("INVALID_TRANSITION", `The involvement is ${found.standing}: it restricts nothing.`);
  return {
    subjectId: found.subjectId ?? caller.person,
    authority: found.recognisingAuthority,
    endsAt: null,
  };
}

async function requireObjectedStop(id: string, transaction: CallerTransaction): Promise<ObjectedThing> {
  const { caller, at, caseWork } = transaction;
  const found = await caseWork.lockStop(id);
  if (found === null) throw noSuchTarget();
  if (found.liftedAt !== null) throw new HubError("INVALID_TRANSITION", "The stop-payment is lifted.");
  if (found.endsAt <= at)
    throw new HubError("INVALID_TRANSITION", `The stop-payment ended on ${chinaDay(found.endsAt)}.`);
  const authority = found.authority ?? (await decidingOrgan(transaction));
  return { subjectId: caller.person, authority, endsAt: found.endsAt };
}

/** Kept by another subgraph, which acts on the decision only where the thing is the objecting person's own. */
async function describeForeignTarget(transaction: CallerTransaction): Promise<ObjectedThing> {
  return {
    subjectId: transaction.caller.person,
    authority: await decidingOrgan(transaction),
    endsAt: null,
  };
}

/** Where the police do not know the holder, the id itself was shown to nobody else; the organ looks before it confirms. */
function mayObject(subjectId: string | null, person: string | null): boolean {
  return person === null || subjectId === null || subjectId === person;
}
