import { chinaDay, endOfChinaDay } from "../../../schema/contract/calendar";
import type { Caller } from "../../../schema/contract/claims";
import { HubError } from "../../../schema/contract/errors";
import type { KeptThing } from "../../../schema/contract/keptThings";
import { isEnded } from "../rules/sanctionStatus";
import { InvolvementStanding, ObjectionTarget } from "../types/enums";
import { decidingOrgan } from "./decidingOrgan";
import type { CallerTransaction } from "./policeTransaction";
import { requireSanction } from "./requireSanction";

/** What is objected to: whose it is, who decides, and when it ends by itself. */
export interface ObjectedThing {
  readonly subjectId: string | null;
  readonly authority: string;
  /** What an order goes back to; null for all else. */
  readonly causeId: string | null;
  readonly endsAt: Date | null;
}

/** What is named by an objection, with what the sectors know of it. */
export interface NamedTarget {
  readonly target: ObjectionTarget;
  readonly targetId: string;
  readonly kept: KeptThing | null;
}

/** The same word for what is not there and for what is another person's. */
function noSuchTarget(): HubError {
  return new HubError("NOT_FOUND", "There is nothing of this kind and id that you can object to.");
}

/** Finds what is objected to. Throws NOT_FOUND for others' things, INVALID_TRANSITION for what has ended. */
export function requireObjectionTarget(
  { target, targetId, kept }: NamedTarget,
  transaction: CallerTransaction,
): Promise<ObjectedThing> {
  switch (target) {
    case ObjectionTarget.SANCTION:
      return requireObjectedSanction(targetId, kept, transaction);
    case ObjectionTarget.INVOLVEMENT:
      return requireObjectedInvolvement(targetId, kept, transaction);
    case ObjectionTarget.STOP_PAYMENT:
      return requireObjectedStop(targetId, kept, transaction);
    case ObjectionTarget.ORDER:
    case ObjectionTarget.BLACKLIST_ENTRY:
    case ObjectionTarget.DATA_ERROR:
      return requireKept(kept, transaction);
  }
}

async function requireObjectedSanction(
  id: string,
  ordered: KeptThing | null,
  transaction: CallerTransaction,
): Promise<ObjectedThing> {
  const { caller, read } = transaction;
  const found = (await read.sanctions.sanctionsByIds([id])).get(id.toLowerCase());
  if (found === undefined || !mayObject([found.subjectId], ordered, caller)) throw noSuchTarget();
  const { sanction, status, measures } = await requireSanction(id, transaction);
  if (isEnded(status)) throw new HubError("INVALID_TRANSITION", `The sanction is ${status}.`);
  const lastDay = measures.map(({ endsOn }) => endsOn).reduce((a, b) => (a > b ? a : b), "");
  const endsAt = lastDay === "" ? null : endOfLastDay(lastDay);
  return { subjectId: sanction.subjectId, authority: sanction.authorityCode, causeId: null, endsAt };
}

async function requireObjectedInvolvement(
  id: string,
  holding: KeptThing | null,
  { caller, involvements }: CallerTransaction,
): Promise<ObjectedThing> {
  const found = await involvements.lockInvolvement(id);
  // A lead restricts nobody, and that there is one is told to nobody outside the police.
  const isKnown = found !== null && (caller.kind === "POLICE" || found.recognisedOn !== null);
  const concerned = [found?.subjectId ?? null, holding?.subjectId ?? null];
  if (!isKnown || !mayObject(concerned, holding, caller)) throw noSuchTarget();
  if (found.standing !== InvolvementStanding.RECOGNISED || found.recognisingAuthority === null)
    throw new HubError("INVALID_TRANSITION", `The involvement is ${found.standing}: it restricts nothing.`);
  return {
    subjectId: caller.person ?? found.subjectId,
    authority: found.recognisingAuthority,
    causeId: null,
    endsAt: null,
  };
}

async function requireObjectedStop(
  id: string,
  holding: KeptThing | null,
  transaction: CallerTransaction,
): Promise<ObjectedThing> {
  const { caller, at, caseWork } = transaction;
  const found = await caseWork.lockStop(id);
  if (found === null || !mayObject([holding?.subjectId ?? null], holding, caller)) throw noSuchTarget();
  if (found.liftedAt !== null) throw new HubError("INVALID_TRANSITION", "The stop-payment is lifted.");
  if (found.endsAt <= at)
    throw new HubError("INVALID_TRANSITION", `The stop-payment ended on ${chinaDay(found.endsAt)}.`);
  const authority = await decidingOrgan(found.id, caller.person, transaction);
  return { subjectId: caller.person, authority, causeId: null, endsAt: found.endsAt };
}

/** Kept by another subgraph: it has said whose it is, and the police know which of their organs is behind it. */
async function requireKept(kept: KeptThing | null, transaction: CallerTransaction): Promise<ObjectedThing> {
  if (kept === null || !isConcerned(kept, transaction.caller)) throw noSuchTarget();
  if (kept.endedAs !== null) throw new HubError("INVALID_TRANSITION", `It is ${kept.endedAs} already.`);
  const { subjectId, causeId } = kept;
  return {
    subjectId,
    authority: await decidingOrgan(causeId, subjectId, transaction),
    causeId,
    endsAt: causeId === null ? null : await endOf(causeId, transaction),
  };
}

/** Of what is behind an order; null where that does not end by itself, or has ended and is to be undone still. */
async function endOf(causeId: string, { at, read }: CallerTransaction): Promise<Date | null> {
  const end = await read.causes.endOf(causeId);
  const endsAt = end?.endsAt ?? (end?.lastDay ? endOfLastDay(end.lastDay) : null);
  return endsAt !== null && endsAt > at ? endsAt : null;
}

function endOfLastDay(day: string): Date {
  return endOfChinaDay(new Date(`${day}T00:00:00.000Z`));
}

/** A person objects to what is theirs, an institution for a customer to what it keeps itself, the police for anybody. */
function isConcerned({ subjectId, institution }: KeptThing, caller: Caller): boolean {
  if (caller.person !== null) return caller.person === subjectId;
  return caller.institution === null || caller.institution === institution;
}

/**
 * A person objects to what concerns them, an institution for a customer to what it was ordered to do, the police for
 * anybody. Where nobody knows the holder, the id itself was shown to nobody else; the organ looks before it confirms.
 */
function mayObject(
  concerned: readonly (string | null)[],
  kept: KeptThing | null,
  { person, institution }: Caller,
): boolean {
  if (person !== null) return concerned.includes(person) || concerned.every(one => one === null);
  return institution === null || kept?.institution === institution;
}
