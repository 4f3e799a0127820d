import type { Logger } from "pino";
import { createInProcessTransport, type ExecuteInProcess } from "../../gateway/fetch/inProcessTransport";
import type { SubgraphTransport } from "../../gateway/fetch/subgraphTransport";
import type { Clock } from "../../schema/contract/clock";
import type { WakeBoard } from "../../schema/contract/wakeBoard";
import { STORES } from "../../schema/database/migrate";
import type { PoliceKeys } from "../../subgraphs/police/policeContext";
import { ASK_LIMIT_MS, createAskKept } from "../hub/createAskKept";
import { createInProcessSubgraphs } from "../hub/createInProcessSubgraphs";
import { createPullEvents, PULL_LIMIT_MS } from "../hub/createPullEvents";
import { createSubgraphSender } from "../hub/createSubgraphSender";
import type { Teardown } from "../hub/createTeardown";
import { createWakeBoard } from "../hub/createWakeBoard";
import { startHubSubgraph, type HubCache } from "../hub/startHubSubgraph";
import type { OpenStores } from "../stores/openStores";

interface EmbeddedSubgraphs {
  readonly databases: OpenStores["databases"];
  readonly keys: PoliceKeys;
  readonly cache: HubCache;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Starts all subgraphs in this process, with the work that they do unasked: how the gateway reaches them. */
export async function startSubgraphs(
  { databases, keys, cache, clock, logger }: EmbeddedSubgraphs,
  teardown: Teardown,
): Promise<{ readonly transport: SubgraphTransport; readonly board: WakeBoard }> {
  const board = createWakeBoard();
  // Filled below: subgraphs ask each other on the same road, and none asks before all are there.
  const executors = new Map<string, ExecuteInProcess>();
  const transport = createInProcessTransport(executors);
  const send = createSubgraphSender(transport, PULL_LIMIT_MS);
  const ask = createSubgraphSender(transport, ASK_LIMIT_MS);
  const started = await Promise.all(
    STORES.map(name =>
      startHubSubgraph(name, {
        database: databases[name],
        keys,
        clock,
        board,
        pull: createPullEvents(name, send),
        askKept: createAskKept(name, ask),
        cache,
        logger,
      }),
    ),
  );
  const running = started.map(subgraph => subgraph.running);
  for (const [name, execute] of createInProcessSubgraphs(running, logger)) executors.set(name, execute);
  for (const subgraph of started) subgraph.startWork(teardown);
  return { transport, board };
}
