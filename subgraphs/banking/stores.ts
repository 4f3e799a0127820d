import type { Kysely } from "kysely";
import type { SubgraphKeys } from "../shared/requestContext";
import { createAccountabilityStore } from "./store/accountabilityStore";
import { createAccountPastStore } from "./store/accountPastStore";
import { createAccountStore } from "./store/accountStore";
import { createApplicationStore } from "./store/applicationStore";
import { createChangeStore } from "./store/changeStore";
import { createCleanUpStore } from "./store/cleanUpStore";
import { createDecisionStore } from "./store/decisionStore";
import { createExecutionStore } from "./store/executionStore";
import { createHoldingStore } from "./store/holdingStore";
import { createInstitutionStore } from "./store/institutionStore";
import { createLinkStore } from "./store/linkStore";
import { createOrderStore } from "./store/orderStore";
import { createRestrictionStore } from "./store/restrictionStore";
import { createSubjectStore } from "./store/subjectStore";
import { createTransferStore } from "./store/transferStore";

/** All stores that requests read from. */
export function createStores(db: Kysely<unknown>, keys: SubgraphKeys) {
  return {
    accountability: createAccountabilityStore(db),
    accountPasts: createAccountPastStore(db),
    accounts: createAccountStore(db),
    applications: createApplicationStore(db),
    changes: createChangeStore(db),
    cleanUp: createCleanUpStore(db),
    decisions: createDecisionStore(db),
    executions: createExecutionStore(db),
    holdings: createHoldingStore(db),
    institutions: createInstitutionStore(db),
    links: createLinkStore(db),
    orders: createOrderStore(db),
    restrictions: createRestrictionStore(db),
    subjects: createSubjectStore(db, keys),
    transfers: createTransferStore(db),
  };
}

export type BankingStores = ReturnType<typeof createStores>;
