import type { Logger } from "pino";
import { scrub } from "../../gateway/errors/scrub";
import type { WakeBoard } from "../../schema/contract/wakeBoard";
import type { StoreName } from "../../schema/database/migrate";
import { createCursorStore } from "../../subgraphs/shared/events/cursorStore";
import { startPuller, type PullEvents } from "../../subgraphs/shared/events/startPuller";
import { callOnCommit } from "../../subgraphs/shared/relay/callOnCommit";
import { startRelay } from "../../subgraphs/shared/relay/startRelay";
import { startWorker, type Worker } from "../../subgraphs/shared/relay/startWorker";
import type { RunningSubgraph } from "../../subgraphs/shared/runningSubgraph";
import { createHubSubgraph, type HubSubgraphParts } from "./createHubSubgraph";
import type { Teardown } from "./createTeardown";

/** What a subgraph needs to run with everything that it does unasked. */
export interface HubSubgraphStart extends HubSubgraphParts {
  readonly board: WakeBoard;
  /** How it asks the other subgraphs; called from the first moment on. */
  readonly pull: PullEvents;
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
  const { database, keys, clock, board, pull, logger } = parts;
  const woken: Worker[] = [];
  const calling = callOnCommit(database, () => woken.forEach(worker => worker.wake()));
  const running = await createHubSubgraph(name, { database: calling, keys, clock });
  const onTrouble = (what: string) => (error: unknown) =>
    logger.error(
      { subgraph: name, what, detail: detailOf(error) },
      "background work failed and is tried again",
    );

  function startWork(teardown: Teardown): void {
    const chores = (running.chores ?? []).map(work => startWorker({ work, onTrouble: onTrouble("chore") }));
    const relays =
      name === "audit"
        ? []
        : [startRelay({ subgraph: name, database, board, onTrouble: onTrouble("relay") })];
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
