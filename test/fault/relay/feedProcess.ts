import { sql } from "kysely";
import { writeSync } from "node:fs";
import { createWakeBoard } from "../../../scripts/hub/createWakeBoard";
import { openDatabase } from "../../../schema/database/openDatabase";
import { createCursorStore } from "../../../subgraphs/shared/events/cursorStore";
import { createHubEventStore } from "../../../subgraphs/shared/events/hubEventStore";
import { startPuller } from "../../../subgraphs/shared/events/startPuller";
import { startRelay } from "../../../subgraphs/shared/relay/startRelay";

/**
 * A relay of one subgraph and a puller of another in a process of its own, which is killed at any moment. What an
 * event does is a row that says so: two rows would be one event done twice.
 */
const [source = "", target = ""] = process.argv.slice(2);
const RESTS_MS = 5;

const from = openDatabase({ url: source });
const to = openDatabase({ url: target });
const board = createWakeBoard();
const events = createHubEventStore("police", from.db);
// Two at once may meet at one row: whoever fails tries again.
const onTrouble = (): void => undefined;

startRelay({ subgraph: "police", database: from, board, onTrouble, restMs: RESTS_MS });
startPuller({
  source: "police",
  database: to,
  cursors: createCursorStore("banking", to.db),
  pull: (_source, after, first) => events.eventsAfter("subgraph:banking", after, first),
  async apply(tx, batch) {
    for (const { sequence, kind } of batch)
      await sql`insert into banking.done (sequence, kind) values (${sequence}, ${kind})`.execute(tx);
    writeSync(1, "applied\n");
  },
  board,
  onTrouble,
  restMs: RESTS_MS,
});
