import { randomUUID } from "node:crypto";
import { HubError } from "../../../schema/contract/errors";
import { parseText } from "../input/parseText";
import type { PoliceContext } from "../policeContext";
import { objectionDueAt } from "../rules/objectionLift";
import { ObjectionStatus, ObjectionTarget } from "../types/enums";
import type { FileObjectionInput } from "../types/FileObjectionInput";
import type { Objection } from "../types/Objection";
import { findKept } from "./findKept";
import { requireObjectionTarget, type NamedTarget } from "./objectionTarget";
import { runCallerTransaction, type CallerTransaction } from "./policeTransaction";

/** References to papers, not the papers: who has more, hands in a list. */
const MAX_DOCUMENTS = 20;
const MAX_REFERENCE_LENGTH = 200;
/** A UUID or a keyed id. */
const TARGET_ID = /^[A-Za-z0-9_-]{1,64}$/;

/** Somebody objects to a measure. It goes on meanwhile, and the organ has to decide in time. */
export async function fileObjection(input: FileObjectionInput, context: PoliceContext): Promise<Objection> {
  const { target } = input;
  const targetId = parseTargetId(input.targetId);
  const stated = {
    grounds: parseText("grounds", input.grounds),
    documents: parseReferences(input.documents),
  };
  const named = { target, targetId, kept: await findKept(target, targetId, context) };
  return runCallerTransaction(context, transaction => file(named, stated, transaction));
}

async function file(
  named: NamedTarget,
  { grounds, documents }: { readonly grounds: string; readonly documents: readonly string[] },
  transaction: CallerTransaction,
): Promise<Objection> {
  const { caller, at, objections, outbox } = transaction;
  const { target, targetId } = named;
  const thing = await requireObjectionTarget(named, transaction);
  const objection = {
    id: randomUUID(),
    target,
    targetId,
    subjectId: thing.subjectId,
    grounds,
    filedBy: caller.id,
    filedAt: at,
    dueAt: objectionDueAt(at, thing.endsAt),
  };
  const { authority, causeId } = thing;
  if (!(await objections.insertObjection({ ...objection, authority, causeId, documents })))
    throw new HubError("INVALID_TRANSITION", "Your objection to this is FILED already and not yet decided.");
  const { id, subjectId, dueAt } = objection;
  await outbox.insert({
    kind: "OBJECTION_FILED",
    at,
    subjectId,
    sanctionId: target === ObjectionTarget.SANCTION ? targetId : null,
    event: {
      kind: "OBJECTION_FILED",
      objectionId: id,
      target,
      targetId,
      subjectId,
      dueAt: dueAt.toISOString(),
    },
  });
  return {
    ...objection,
    authorityCode: authority,
    status: ObjectionStatus.FILED,
    decidedAt: null,
    decision: null,
    restoredAt: null,
  };
}

function parseTargetId(text: string): string {
  // The store's ids are lower case; a keyed id is told apart by its letters, so only UUIDs are folded.
  if (!TARGET_ID.test(text)) throw new HubError("BAD_INPUT", "`targetId` is not the id of anything.");
  return text.length === 36 ? text.toLowerCase() : text;
}

function parseReferences(documents: readonly string[]): string[] {
  if (documents.length > MAX_DOCUMENTS)
    throw new HubError("LIMIT_EXCEEDED", `An objection names at most ${MAX_DOCUMENTS} documents.`);
  return documents.map(text => parseText("documents", text, MAX_REFERENCE_LENGTH));
}
