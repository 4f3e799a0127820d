import type { Clock } from "../../schema/contract/clock";
import type { StoreName } from "../../schema/database/migrate";
import type { Database } from "../../schema/database/openDatabase";
import { createAuditSubgraph } from "../../subgraphs/audit/subgraph";
import { createBankingSubgraph } from "../../subgraphs/banking/subgraph";
import { createPoliceSubgraph } from "../../subgraphs/police/subgraph";
import type { PoliceKeys } from "../../subgraphs/police/policeContext";
import type { AskKept } from "../../subgraphs/shared/objections/askKept";
import type { RunningSubgraph } from "../../subgraphs/shared/runningSubgraph";
import { createTelecomSubgraph } from "../../subgraphs/telecom/subgraph";

/** What a subgraph needs to run, whichever it is. */
export interface HubSubgraphParts {
  readonly database: Database;
  readonly keys: PoliceKeys;
  readonly clock: Clock;
  /** How the police learn whose a thing of a sector is; called once all subgraphs answer. */
  readonly askKept: AskKept;
}

/** Each subgraph by its name. */
const CREATORS: Readonly<Record<StoreName, (parts: HubSubgraphParts) => Promise<RunningSubgraph>>> = {
  telecom: createTelecomSubgraph,
  banking: createBankingSubgraph,
  police: createPoliceSubgraph,
  audit: createAuditSubgraph,
};

/** Makes the subgraph of that name ready to answer. */
export function createHubSubgraph(name: StoreName, parts: HubSubgraphParts): Promise<RunningSubgraph> {
  return CREATORS[name](parts);
}
