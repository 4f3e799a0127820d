import type { Clock } from "../../schema/contract/clock";
import type { Database } from "../../schema/database/openDatabase";
import { buildSubgraph } from "../shared/buildSubgraph";
import type { SubgraphKeys } from "../shared/requestContext";
import type { RunningSubgraph } from "../shared/runningSubgraph";
import type { BankingContext } from "./bankingContext";
import { createLoaders } from "./loaders";
import { references } from "./references";
import { AccountabilityQueries } from "./resolvers/AccountabilityQueries";
import { AccountLinkResolver } from "./resolvers/AccountLinkResolver";
import { AccountOrderResolver } from "./resolvers/AccountOrderResolver";
import { AccountQueries } from "./resolvers/AccountQueries";
import { AccountResolver } from "./resolvers/AccountResolver";
import { ChangeResolver } from "./resolvers/ChangeResolver";
import { FundTrailResolver } from "./resolvers/FundTrailResolver";
import { InstitutionResolver } from "./resolvers/InstitutionResolver";
import { LinkResolver } from "./resolvers/LinkResolver";
import { OpeningResolver } from "./resolvers/OpeningResolver";
import { PhoneLineResolver } from "./resolvers/PhoneLineResolver";
import { PolicyResolver } from "./resolvers/PolicyResolver";
import { SanctionResolver } from "./resolvers/SanctionResolver";
import { SubjectQueries } from "./resolvers/SubjectQueries";
import { SubjectResolver } from "./resolvers/SubjectResolver";
import { TransferResolver } from "./resolvers/TransferResolver";
import { SINGLE_PAYMENT_CLASS } from "./rules/onePaymentAccount";
import { createStores } from "./stores";
import type { AccountClass } from "./types/enums";
import { Sanction } from "./types/Sanction";

interface BankingParts {
  readonly database: Database;
  readonly keys: SubgraphKeys;
  readonly clock: Clock;
  /** Which class of payment account one person has once per institution, where the default is not wanted. */
  readonly singlePaymentClass?: AccountClass;
}

/** The banking subgraph over its store: accounts, what ties them, where money went, and what may be opened. */
export async function createBankingSubgraph({
  database,
  keys,
  clock,
  singlePaymentClass = SINGLE_PAYMENT_CLASS,
}: BankingParts): Promise<RunningSubgraph> {
  const subgraph = await buildSubgraph({
    name: "banking",
    resolvers: [
      AccountabilityQueries,
      AccountLinkResolver,
      AccountOrderResolver,
      AccountQueries,
      AccountResolver,
      ChangeResolver,
      FundTrailResolver,
      InstitutionResolver,
      LinkResolver,
      OpeningResolver,
      PhoneLineResolver,
      PolicyResolver,
      SanctionResolver,
      SubjectQueries,
      SubjectResolver,
      TransferResolver,
    ],
    orphanedTypes: [Sanction],
    references,
  });
  const stores = createStores(database.db, keys);
  return {
    subgraph,
    createContext: (claims): BankingContext => ({
      claims,
      clock,
      keys,
      stores,
      loaders: createLoaders(stores, claims, clock),
      singlePaymentClass,
    }),
  };
}
