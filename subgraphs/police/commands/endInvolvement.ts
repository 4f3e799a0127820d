import { HubError } from "../../../schema/contract/errors";
import { caseInvolvement } from "../rules/caseInvolvement";
import { InvolvementRole } from "../types/enums";
import type { LockedInvolvement } from "../store/involvementWriteStore";
import type { CallerTransaction, PoliceTransaction } from "./policeTransaction";
import { measureFacts } from "./measureEvent";
import { hasAuthorityOver } from "./requireOrgan";
import { tellFreeze } from "./tellFreeze";

/** Who ends a measure and why; by an objection, or of their own motion. */
export interface Ending {
  readonly by: string;
  readonly reason: string;
  readonly objectionId: string | null;
}

/**
 * Withdraws an involvement, and with it everything that rested on it: the spread, freezes, those who followed. Throws
 * FORBIDDEN where a freeze rests on it over whose organ the officer's has no authority: it stays, and with it all else.
 */
export async function endInvolvement(
  involvement: LockedInvolvement,
  ending: Ending,
  transaction: PoliceTransaction,
): Promise<void> {
  const { at, involvements, outbox } = transaction;
  const { id, caseNumber, subjectId, recognisedOn, lineId } = involvement;
  await requireFreezesInReach(id, transaction);
  await involvements.withdraw(id, ending.by, ending.reason, at);
  const kind = "INVOLVEMENT_WITHDRAWN";
  // A lead restricts nothing, but its line's carrier may have been notified of it.
  const event =
    lineId === null ? undefined : ({ kind, involvementId: id, lineId, withdrawnBy: ending.by } as const);
  await outbox.insert({ kind, at, caseNumber, subjectId, event });
  if (recognisedOn !== null) await tellSpreadLifted(involvement, recognisedOn, ending, transaction);
  await liftFreezes(involvement, ending, transaction);
}

async function requireFreezesInReach(id: string, transaction: PoliceTransaction): Promise<void> {
  for (const organ of new Set(await transaction.caseWork.lockFreezingOrgans(id)))
    if (!(await hasAuthorityOver(organ, transaction)))
      throw new HubError(
        "FORBIDDEN",
        `A freeze that ${organ} ordered rests on this: only that organ, or one above it, can end it.`,
      );
}

async function tellSpreadLifted(
  involvement: LockedInvolvement,
  recognisedOn: string,
  { objectionId }: Ending,
  { at, outbox }: CallerTransaction,
): Promise<void> {
  const { id, caseNumber, role, subjectId, accountId, accountInstitution, lineId } = involvement;
  for (const { causeKind, article, measures } of caseInvolvement(involvement, recognisedOn)) {
    const isAccount = causeKind === "CASE_ACCOUNT";
    const facts = measureFacts({
      causeKind,
      causeId: id,
      caseNumber,
      subjectId,
      isHolderNamed: role === InvolvementRole.HOLDER && subjectId !== null,
      accountId: isAccount ? accountId : null,
      institution: isAccount ? accountInstitution : null,
      lineId: isAccount ? null : lineId,
      measures: [...measures],
      article,
    });
    const event = { kind: "MEASURE_LIFTED", ...facts, objectionId } as const;
    const touched = isAccount ? [`Account:${accountId}` as const] : [];
    await outbox.insert({ kind: event.kind, at, subjectId, caseNumber, event, touched });
  }
}

async function liftFreezes(
  { id, caseNumber, subjectId, accountId, accountInstitution }: LockedInvolvement,
  { objectionId }: Ending,
  transaction: CallerTransaction,
): Promise<void> {
  const place = { caseNumber, subjectId, accountId, accountInstitution };
  for (const freeze of await transaction.caseWork.liftFreezes(id, transaction.at))
    await tellFreeze({ kind: "MEASURE_LIFTED", objectionId }, { ...freeze, ...place }, transaction);
}
