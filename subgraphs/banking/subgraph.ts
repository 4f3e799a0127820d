import type { Clock } from "../../schema/contract/clock";
import type { Database } from "../../schema/database/openDatabase";
import { createCheckpointStore } from "../shared/checkpoints/checkpointStore";
import { keepCheckpoints } from "../shared/checkpoints/keepCheckpoints";
import { createCursorStore } from "../shared/events/cursorStore";
import { createHubEventStore } from "../shared/events/hubEventStore";
import { tellHubEvents } from "../shared/events/tellHubEvents";
import { tellKeptThings } from "../shared/objections/tellKeptThings";
import { createOrderKeeper } from "../shared/orders/orderKeeper";
import type { SubgraphKeys } from "../shared/requestContext";
import type { RunningSubgraph } from "../shared/runningSubgraph";
import type { BankingContext } from "./bankingContext";
import { createLoaders } from "./loaders";
import { createAccountOrderBook } from "./orders/accountOrderBook";
import { followPolice } from "./orders/followPolice";
import { buildBankingSchema } from "./schema";
import { createKeptThingStore } from "./store/keptThingStore";
import { createStores } from "./stores";

interface BankingParts {
  readonly database: Database;
  readonly keys: SubgraphKeys;
  readonly clock: Clock;
}

/** The banking subgraph over its store: accounts, what ties them, where money went, and what may be opened. */
export async function createBankingSubgraph({
  database,
  keys,
  clock,
}: BankingParts): Promise<RunningSubgraph> {
  const subgraph = await buildBankingSchema();
  const stores = createStores(database.db, keys);
  const running: RunningSubgraph = {
    subgraph,
    createContext: (claims): BankingContext => ({
      claims,
      clock,
      database,
      keys,
      stores,
      loaders: createLoaders(stores, claims, clock),
    }),
  };
  const cursors = createCursorStore("banking", database.db);
  const keeper = createOrderKeeper(createAccountOrderBook(keys), { database, cursors, clock });
  const told = tellHubEvents(running, createHubEventStore("banking", database.db));
  const telling = tellKeptThings(told, createKeptThingStore(database.db));
  const following = { ...telling, follows: [followPolice(keeper, clock)], chores: [() => keeper.review()] };
  return keepCheckpoints(following, createCheckpointStore("banking", database.db));
}
