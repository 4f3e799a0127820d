import type { Kysely } from "kysely";
import { createCaseStore } from "./store/caseStore";
import { createCaseWorkStore } from "./store/caseWorkStore";
import { createCauseStore } from "./store/causeStore";
import { createChangeStore } from "./store/changeStore";
import { createFigureStore } from "./store/figureStore";
import { createIndicatorStore } from "./store/indicatorStore";
import { createInvolvementStore } from "./store/involvementStore";
import { createObjectionStore } from "./store/objectionStore";
import { createPatrolStore } from "./store/patrolStore";
import { createPurposeStore } from "./store/purposeStore";
import { createRegisterStore } from "./store/registerStore";
import { createSanctionStore } from "./store/sanctionStore";
import { createTipStore } from "./store/tipStore";
import { createVisitStore } from "./store/visitStore";
import { createWarningStore } from "./store/warningStore";

/** All reading stores over one connection or transaction. */
export function createStores(db: Kysely<unknown>) {
  return {
    cases: createCaseStore(db),
    caseWork: createCaseWorkStore(db),
    causes: createCauseStore(db),
    changes: createChangeStore(db),
    figures: createFigureStore(db),
    indicators: createIndicatorStore(db),
    involvements: createInvolvementStore(db),
    objections: createObjectionStore(db),
    patrols: createPatrolStore(db),
    purposes: createPurposeStore(db),
    register: createRegisterStore(db),
    sanctions: createSanctionStore(db),
    tips: createTipStore(db),
    visits: createVisitStore(db),
    warnings: createWarningStore(db),
  };
}

export type PoliceStores = ReturnType<typeof createStores>;
