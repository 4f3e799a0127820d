import type { Kysely } from "kysely";
import { requireOfficer, type Officer } from "../input/requireOfficer";
import type { PoliceContext } from "../policeContext";
import { createCaseWriteStore, type CaseWriteStore } from "../store/caseWriteStore";
import { createInvolvementWriteStore, type InvolvementWriteStore } from "../store/involvementWriteStore";
import { createOutboxStore, type OutboxStore } from "../store/outboxStore";
import { createSubjectStore, type SubjectStore } from "../store/subjectStore";
import { createStores, type PoliceStores } from "../stores";

/** One change: who makes it, when, and the stores of its transaction. */
export interface PoliceTransaction {
  readonly officer: Officer;
  readonly at: Date;
  readonly read: PoliceStores;
  readonly cases: CaseWriteStore;
  readonly involvements: InvolvementWriteStore;
  readonly subjects: SubjectStore;
  readonly outbox: OutboxStore;
}

/** Runs an officer's change in one transaction: the new state and the outbox row stand together or not at all. */
export function runPoliceTransaction<T>(
  { claims, clock, database, keys }: PoliceContext,
  work: (transaction: PoliceTransaction) => Promise<T>,
): Promise<T> {
  const officer = requireOfficer(claims);
  const at = clock();
  return database.transaction((tx: Kysely<unknown>) =>
    work({
      officer,
      at,
      read: createStores(tx),
      cases: createCaseWriteStore(tx),
      involvements: createInvolvementWriteStore(tx),
      subjects: createSubjectStore(tx, keys.sealer),
      outbox: createOutboxStore(tx),
    }),
  );
}
