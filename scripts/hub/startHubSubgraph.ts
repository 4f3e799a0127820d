import type { Logger } from "pino";
import type { CacheStore } from "../../gateway/cache/cacheStore";
import { scrub } from "../../gateway/errors/scrub";
import type { CacheNames } from "../../schema/contract/cacheNames";
import type { WakeBoard } from "../../schema/contract/wakeBoard";
import type { StoreName } from "../../schema/database/migrate";
import { createCursorStore } from "../../subgraphs/shared/events/cursorStore";
import { startPuller, type PullEvents } from "../../subgraphs/shared/events/startPuller";
import { callOnCommit } from "../../subgraphs/shared/relay/callOnCommit";
import { createCacheInvalidator } from "../../subgraphs/shared/relay/createCacheInvalidator";
import { startRelay, type RelayParts } from "../../subgraphs/shared/relay/startRelay";
import { startWorker, type Worker } from "../../subgraphs/shared/relay/startWorker";
import type { RunningSubgraph } from "../../subgraphs/shared/runningSubgraph";
import { createHubSubgraph, type HubSubgraphParts } from "./createHubSubgraph";
import type { Teardown } from "./createTeardown";

/** How what was cached is named and forgotten. */
export interface HubCache {
  readonly names: CacheNames;
  readonly store: Pick<CacheStore, "invalidate">;
}

/** What a subgraph needs to run with everything that it does unasked. */
export interface HubSubgraphStart extends HubSubgraphParts {
  readonly board: WakeBoard;
  /** How it asks the other subgraphs; called from the first moment on. */
  readonly pull: PullEvents;
  /** Where its answers are cached; null where they are not, or where nobody else could be told. */
  readonly cache: HubCache | null;
  readonly logger: Logger;
}

/** A subgraph that answers, and how its own work is started once the others answer too. */
export interface StartedSubgraph {
  readonly running: RunningSubgraph;
  /** Relay, pullers and chores; they end with the teardown. */
  startWork(teardown: Teardown): void;
}

/** Makes the subgraph of that name ready to answer; each of its commits wakes what works on them. */
export async function startHubSubgraph(name: StoreName, parts: HubSubgraphStart): Promise<StartedSubgraph> {
  const { database, keys, clock, askKept, board, pull, cache, logger } = parts;
  const woken: Worker[] = [];
  const calling = callOnCommit(database, () => woken.forEach(worker => worker.wake()));
  const running = await createHubSubgraph(name, { database: calling, keys, clock, askKept });
  const onTrouble = (what: string) => (error: unknown) =>
    logger.error(
      { subgraph: name, what, detail: detailOf(error) },
      "background work failed and is tried again",
    );

  function relayParts(subgraph: RelayParts["subgraph"]): RelayParts {
    const relay = { subgraph, database, board, onTrouble: onTrouble("relay") };
    if (cache === null) return relay;
    const { names, store } = cache;
    const forget = (entities: readonly string[]) => store.invalidate(entities);
    const invalidate = createCacheInvalidator({ subgraph, names, forget, onTrouble: onTrouble("cache") });
    return { ...relay, invalidate };
  }

  function startWork(teardown: Teardown): void {
    const chores = (running.chores ?? []).map(work => startWorker({ work, onTrouble: onTrouble("chore") }));
    const relays = name === "audit" ? [] : [startRelay(relayParts(name))];
    const pullers = (running.follows ?? []).map(({ source, apply }) =>
      startPuller({
        source,
        apply,
        database: calling,
        cursors: createCursorStore(name, database.db),
        pull,
        board,
        onTrouble: onTrouble(`events of ${source}`),
      }),
    );
    woken.push(...relays, ...chores);
    teardown.add(async () => {
      woken.length = 0;
      await Promise.all([...pullers, ...chores, ...relays].map(worker => worker.stop()));
    });
  }
  return { running, startWork };
}

function detailOf(error: unknown): string {
  return error instanceof Error ? scrub(error.message) : "not an error";
}
