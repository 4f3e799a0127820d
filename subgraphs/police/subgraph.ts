import type { Clock } from "../../schema/contract/clock";
import type { Database } from "../../schema/database/openDatabase";
import { buildSubgraph } from "../shared/buildSubgraph";
import type { SubgraphKeys } from "../shared/requestContext";
import type { RunningSubgraph } from "../shared/runningSubgraph";
import { createLoaders } from "./loaders";
import type { PoliceContext } from "./policeContext";
import { references } from "./references";
import { AccessApprovalResolver } from "./resolvers/AccessApprovalResolver";
import { AccountResolver } from "./resolvers/AccountResolver";
import { CallerResolver } from "./resolvers/CallerResolver";
import { CaseMutations } from "./resolvers/CaseMutations";
import { CaseResolver } from "./resolvers/CaseResolver";
import { ChangeResolver } from "./resolvers/ChangeResolver";
import { FigureResolver } from "./resolvers/FigureResolver";
import { IndicatorResolver } from "./resolvers/IndicatorResolver";
import { InstitutionResolver } from "./resolvers/InstitutionResolver";
import { InvolvementResolver } from "./resolvers/InvolvementResolver";
import { ObjectionResolver } from "./resolvers/ObjectionResolver";
import { PatrolTargetResolver } from "./resolvers/PatrolTargetResolver";
import { PhoneLineResolver } from "./resolvers/PhoneLineResolver";
import { PolicyResolver } from "./resolvers/PolicyResolver";
import { SanctionResolver } from "./resolvers/SanctionResolver";
import { StopPaymentResolver } from "./resolvers/StopPaymentResolver";
import { SubjectResolver } from "./resolvers/SubjectResolver";
import { SurrenderResolver } from "./resolvers/SurrenderResolver";
import { TipResolver } from "./resolvers/TipResolver";
import { VisitResolver } from "./resolvers/VisitResolver";
import { WarningResolver } from "./resolvers/WarningResolver";
import { createStores } from "./stores";

interface PoliceParts {
  readonly database: Database;
  readonly keys: SubgraphKeys;
  readonly clock: Clock;
}

/** The police subgraph over its store: cases, sanctions, objections, visits, and who may give which purpose. */
export async function createPoliceSubgraph({ database, keys, clock }: PoliceParts): Promise<RunningSubgraph> {
  const subgraph = await buildSubgraph({
    name: "police",
    resolvers: [
      AccessApprovalResolver,
      AccountResolver,
      CallerResolver,
      CaseMutations,
      CaseResolver,
      ChangeResolver,
      FigureResolver,
      IndicatorResolver,
      InstitutionResolver,
      InvolvementResolver,
      ObjectionResolver,
      PatrolTargetResolver,
      PhoneLineResolver,
      PolicyResolver,
      SanctionResolver,
      StopPaymentResolver,
      SubjectResolver,
      SurrenderResolver,
      TipResolver,
      VisitResolver,
      WarningResolver,
    ],
    references,
  });
  const stores = createStores(database.db);
  return {
    subgraph,
    createContext: (claims): PoliceContext => ({
      claims,
      clock,
      keys,
      database,
      stores,
      loaders: createLoaders(stores, claims, keys.ids),
    }),
  };
}
