import type { Clock } from "../../schema/contract/clock";
import type { Database } from "../../schema/database/openDatabase";
import { createCheckpointStore } from "../shared/checkpoints/checkpointStore";
import { keepCheckpoints } from "../shared/checkpoints/keepCheckpoints";
import { createHubEventStore } from "../shared/events/hubEventStore";
import { tellHubEvents } from "../shared/events/tellHubEvents";
import type { AskKept } from "../shared/objections/askKept";
import type { RunningSubgraph } from "../shared/runningSubgraph";
import { createExpiry } from "./commands/createExpiry";
import { createLoaders } from "./loaders";
import type { PoliceContext, PoliceKeys } from "./policeContext";
import { followRestorations } from "./restorations/followRestorations";
import { buildPoliceSchema } from "./schema";
import { createStores } from "./stores";

interface PoliceParts {
  readonly database: Database;
  readonly keys: PoliceKeys;
  readonly clock: Clock;
  readonly askKept: AskKept;
}

/** The police subgraph over its store: cases, sanctions, objections, visits, and who may give which purpose. */
export async function createPoliceSubgraph({
  database,
  keys,
  clock,
  askKept,
}: PoliceParts): Promise<RunningSubgraph> {
  const subgraph = await buildPoliceSchema();
  const stores = createStores(database.db);
  const running: RunningSubgraph = {
    subgraph,
    chores: [createExpiry(database, clock)],
    createContext: (claims): PoliceContext => ({
      claims,
      clock,
      keys,
      database,
      stores,
      askKept,
      loaders: createLoaders(stores, claims, keys.ids),
    }),
  };
  const telling = tellHubEvents(running, createHubEventStore("police", database.db));
  const follows = [followRestorations("banking", clock), followRestorations("telecom", clock)];
  return keepCheckpoints({ ...telling, follows }, createCheckpointStore("police", database.db));
}
