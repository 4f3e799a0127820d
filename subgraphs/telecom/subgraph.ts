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
import { dailyChore } from "./daily/runDailyChecks";
import { createLoaders } from "./loaders";
import { followPolice } from "./orders/followPolice";
import { LINE_ORDER_BOOK } from "./orders/lineOrderBook";
import { buildTelecomSchema } from "./schema";
import { createKeptThingStore } from "./store/keptThingStore";
import { createTelecomStores } from "./stores";
import type { TelecomContext } from "./telecomContext";

/** The carriers' register: lines, flags, orders and openings under one token. */
export async function createTelecomSubgraph(parts: {
  readonly database: Database;
  readonly keys: SubgraphKeys;
  readonly clock: Clock;
}): Promise<RunningSubgraph> {
  const { database, keys, clock } = parts;
  const stores = createTelecomStores(database);
  const subgraph = await buildTelecomSchema();
  const running: RunningSubgraph = {
    subgraph,
    createContext: (claims): TelecomContext => ({
      claims,
      clock,
      keys,
      database,
      stores,
      loaders: createLoaders(stores, claims, clock),
    }),
  };
  const cursors = createCursorStore("telecom", database.db);
  const keeper = createOrderKeeper(LINE_ORDER_BOOK, { database, cursors, clock });
  const told = tellHubEvents(running, createHubEventStore("telecom", database.db));
  const telling = tellKeptThings(told, createKeptThingStore(database.db, clock));
  const chores = [dailyChore(database, clock), () => keeper.review()];
  const following = { ...telling, follows: [followPolice(keeper, clock)], chores };
  return keepCheckpoints(following, createCheckpointStore("telecom", database.db));
}
