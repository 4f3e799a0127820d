import type { Database } from "../../schema/database/openDatabase";
import { createAccountabilityStore, type AccountabilityStore } from "./store/accountabilityStore";
import { createApplicationStore, type ApplicationStore } from "./store/applicationStore";
import { createBlacklistStore, type BlacklistStore } from "./store/blacklistStore";
import { createChangeStore, type ChangeStore } from "./store/changeStore";
import { createDecisionStore, type DecisionStore } from "./store/decisionStore";
import { createFigureStore, type FigureStore } from "./store/figureStore";
import { createFlagStore, type FlagStore } from "./store/flagStore";
import { createHoldingStore, type HoldingStore } from "./store/holdingStore";
import { createInstitutionStore, type InstitutionStore } from "./store/institutionStore";
import { createLineChangeStore, type LineChangeStore } from "./store/lineChangeStore";
import { createLineClaimStore, type LineClaimStore } from "./store/lineClaimStore";
import { createLineReportStore, type LineReportStore } from "./store/lineReportStore";
import { createLineStore, type LineStore } from "./store/lineStore";
import { createMeasureTargetStore, type MeasureTargetStore } from "./store/measureTargetStore";
import { createOrderFigureStore, type OrderFigureStore } from "./store/orderFigureStore";
import { createOrderStore, type OrderStore } from "./store/orderStore";
import { createRectificationStore, type RectificationStore } from "./store/rectificationStore";
import { createSubjectStore, type SubjectStore } from "./store/subjectStore";
import { createUndertakingStore, type UndertakingStore } from "./store/undertakingStore";
import { createVerifiedFlagStore, type VerifiedFlagStore } from "./store/verifiedFlagStore";

/** Everything this subgraph reads from and writes to; writes belong in a transaction. */
export interface TelecomStores {
  readonly accountability: AccountabilityStore;
  readonly applications: ApplicationStore;
  readonly blacklist: BlacklistStore;
  readonly changes: ChangeStore;
  readonly decisions: DecisionStore;
  readonly figures: FigureStore;
  readonly flags: FlagStore;
  readonly holdings: HoldingStore;
  readonly institutions: InstitutionStore;
  readonly lineChanges: LineChangeStore;
  readonly lineClaims: LineClaimStore;
  readonly lineReports: LineReportStore;
  readonly lines: LineStore;
  readonly measureTargets: MeasureTargetStore;
  readonly orderFigures: OrderFigureStore;
  readonly orders: OrderStore;
  readonly rectifications: RectificationStore;
  readonly subjects: SubjectStore;
  readonly undertakings: UndertakingStore;
  readonly verifiedFlags: VerifiedFlagStore;
}

/** The stores over one database or transaction; they keep nothing, so one set serves all requests. */
export function createTelecomStores({ db }: Pick<Database, "db">): TelecomStores {
  return {
    accountability: createAccountabilityStore(db),
    applications: createApplicationStore(db),
    blacklist: createBlacklistStore(db),
    changes: createChangeStore(db),
    decisions: createDecisionStore(db),
    figures: createFigureStore(db),
    flags: createFlagStore(db),
    holdings: createHoldingStore(db),
    institutions: createInstitutionStore(db),
    lineChanges: createLineChangeStore(db),
    lineClaims: createLineClaimStore(db),
    lineReports: createLineReportStore(db),
    lines: createLineStore(db),
    measureTargets: createMeasureTargetStore(db),
    orderFigures: createOrderFigureStore(db),
    orders: createOrderStore(db),
    rectifications: createRectificationStore(db),
    subjects: createSubjectStore(db),
    undertakings: createUndertakingStore(db),
    verifiedFlags: createVerifiedFlagStore(db),
  };
}
