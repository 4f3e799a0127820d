import type { Kysely } from "kysely";
import type { Caller } from "../../../schema/contract/claims";
import { noteTouched, type EntityKey } from "../../shared/touched";
import { requireOfficer, type Officer } from "../input/requireOfficer";
import { createLoaders } from "../loaders";
import type { PoliceContext, PoliceKeys } from "../policeContext";
import { createCaseWorkWriteStore, type CaseWorkWriteStore } from "../store/caseWorkWriteStore";
import { createCaseWriteStore, type CaseWriteStore } from "../store/caseWriteStore";
import { createInvolvementWriteStore, type InvolvementWriteStore } from "../store/involvementWriteStore";
import { createObjectionWriteStore, type ObjectionWriteStore } from "../store/objectionWriteStore";
import { createOutboxStore, type OutboxStore } from "../store/outboxStore";
import { createPreventionWriteStore, type PreventionWriteStore } from "../store/preventionWriteStore";
import { createRestorationStore, type RestorationStore } from "../store/restorationStore";
import { createSanctionWriteStore, type SanctionWriteStore } from "../store/sanctionWriteStore";
import { createSubjectStore, type SubjectStore } from "../store/subjectStore";
import { createStores, type PoliceStores } from "../stores";

/** One change: who makes it, when, and the stores of its transaction. */
export interface CallerTransaction {
  readonly caller: Caller;
  readonly at: Date;
  readonly keys: PoliceKeys;
  readonly read: PoliceStores;
  readonly cases: CaseWriteStore;
  readonly caseWork: CaseWorkWriteStore;
  readonly involvements: InvolvementWriteStore;
  readonly sanctions: SanctionWriteStore;
  readonly objections: ObjectionWriteStore;
  readonly restorations: RestorationStore;
  readonly prevention: PreventionWriteStore;
  readonly subjects: SubjectStore;
  readonly outbox: OutboxStore;
}

/** The same, made by an officer. */
export interface PoliceTransaction extends CallerTransaction {
  readonly officer: Officer;
}

/** Runs an officer's change in one transaction: the new state and the outbox row stand together or not at all. */
export function runPoliceTransaction<T>(
  context: PoliceContext,
  work: (transaction: PoliceTransaction) => Promise<T>,
): Promise<T> {
  const officer = requireOfficer(context.claims);
  return runCallerTransaction(context, transaction => work({ ...transaction, officer }));
}

/** The same for callers of any kind: each command asks for what it needs of them. */
export async function runCallerTransaction<T>(
  context: PoliceContext,
  work: (transaction: CallerTransaction) => Promise<T>,
): Promise<T> {
  const { claims, clock, database, keys, stores } = context;
  const touched = new Set<EntityKey>();
  const at = clock();
  const result = await database.transaction((tx: Kysely<unknown>) =>
    work({ caller: claims.caller, at, keys, ...createTransactionStores(tx, keys, touched) }),
  );
  noteTouched(context, touched);
  context.loaders = createLoaders(stores, claims, keys.ids);
  return result;
}

function createTransactionStores(tx: Kysely<unknown>, keys: PoliceKeys, touched: Set<EntityKey>) {
  return {
    read: createStores(tx),
    cases: createCaseWriteStore(tx),
    caseWork: createCaseWorkWriteStore(tx),
    involvements: createInvolvementWriteStore(tx),
    sanctions: createSanctionWriteStore(tx),
    objections: createObjectionWriteStore(tx),
    restorations: createRestorationStore(tx),
    prevention: createPreventionWriteStore(tx),
    subjects: createSubjectStore(tx, keys.sealer),
    outbox: createOutboxStore(tx, touched),
  };
}
