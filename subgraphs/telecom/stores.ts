import type { Database } from "../../schema/database/openDatabase";
import { createApplicationStore, type ApplicationStore } from "./store/applicationStore";
import { createBlacklistStore, type BlacklistStore } from "./store/blacklistStore";
import { createChangeStore, type ChangeStore } from "./store/changeStore";
import { createFigureStore, type FigureStore } from "./store/figureStore";
import { createFlagStore, type FlagStore } from "./store/flagStore";
import { createInstitutionStore, type InstitutionStore } from "./store/institutionStore";
import { createLineStore, type LineStore } from "./store/lineStore";
import { createOrderStore, type OrderStore } from "./store/orderStore";
import { createRectificationStore, type RectificationStore } from "./store/rectificationStore";
import { createSubjectStore, type SubjectStore } from "./store/subjectStore";

/** Everything this subgraph reads from. */
export interface TelecomStores {
  readonly applications: ApplicationStore;
  readonly blacklist: BlacklistStore;
  readonly changes: ChangeStore;
  readonly figures: FigureStore;
  readonly flags: FlagStore;
  readonly institutions: InstitutionStore;
  readonly lines: LineStore;
  readonly orders: OrderStore;
  readonly rectifications: RectificationStore;
  readonly subjects: SubjectStore;
}

/** The stores over one database; they keep nothing, so one set serves all requests. */
export function createTelecomStores({ db }: Database): TelecomStores {
  return {
    applications: createApplicationStore(db),
    blacklist: createBlacklistStore(db),
    changes: createChangeStore(db),
    figures: createFigureStore(db),
    flags: createFlagStore(db),
    institutions: createInstitutionStore(db),
    lines: createLineStore(db),
    orders: createOrderStore(db),
    rectifications: createRectificationStore(db),
    subjects: createSubjectStore(db),
  };
}
