import { sql } from "kysely";
import { setTimeout as sleep } from "node:timers/promises";
import { createWakeBoard } from "../../../../../scripts/hub/createWakeBoard";
import type { Database } from "../../../../../schema/database/openDatabase";
import { createCursorStore } from "../../../../../subgraphs/shared/events/cursorStore";
import {
  startPuller,
  type PulledEvent,
  type PullerParts,
} from "../../../../../subgraphs/shared/events/startPuller";
import type { Worker } from "../../../../../subgraphs/shared/relay/startWorker";
import { eachStore } from "../../../../support/databases";

const SOON_MS = 10;

eachStore("banking", open => {
  let database: Database;
  const pullers: Worker[] = [];
  let events: PulledEvent[];

  const tell = (count: number): void => {
    for (let index = 0; index < count; index += 1) {
      events.push({
        sequence: events.length + 1,
        at: new Date(),
        kind: `E${events.length + 1}`,
        payload: null,
      });
    }
  };
  const applied = async (): Promise<string[]> =>
    (
      await sql<{ kind: string }>`select kind from banking.applied order by position`.execute(database.db)
    ).rows.map(row => row.kind);

  function puller(parts: Partial<PullerParts> = {}): Worker {
    const started = startPuller({
      source: "police",
      database,
      cursors: createCursorStore("banking", database.db),
      pull: (_source, after, first) => Promise.resolve(events.slice(after, after + first)),
      apply: async (tx, batch) => {
        for (const { kind } of batch)
          await sql`insert into banking.applied (kind) values (${kind})`.execute(tx);
      },
      board: createWakeBoard(),
      onTrouble: error => {
        throw error;
      },
      restMs: SOON_MS,
      ...parts,
    });
    pullers.push(started);
    return started;
  }

  beforeAll(async () => {
    database = await open();
    await sql`create table banking.applied (position bigint generated always as identity, kind text not null)`.execute(
      database.db,
    );
  });
  beforeEach(async () => {
    await sql`truncate banking.applied, banking.event_cursor`.execute(database.db);
    events = [];
  });
  afterEach(() => Promise.all(pullers.splice(0).map(one => one.stop())));

  const untilApplied = async (count: number): Promise<void> => {
    while ((await applied()).length < count) await sleep(5);
  };

  test("three pullers of one subgraph apply each event once, in its order", async () => {
    tell(120);
    for (let count = 0; count < 3; count += 1) puller();
    await untilApplied(120);
    tell(80);
    await untilApplied(200);
    await sleep(5 * SOON_MS);
    expect(await applied()).toEqual(events.map(event => event.kind));
  });

  test("an event whose effects fail keeps its place, and has them once when it is tried again", async () => {
    tell(3);
    const troubles: unknown[] = [];
    puller({
      onTrouble: error => troubles.push(error),
      apply: async (tx, batch) => {
        await sql`insert into banking.applied (kind) values (${batch.map(({ kind }) => kind).join()})`.execute(
          tx,
        );
        if (troubles.length < 2) throw new Error("not yet");
      },
    });
    await untilApplied(1);
    await sleep(5 * SOON_MS);
    expect(await applied()).toEqual(["E1,E2,E3"]);
    expect(troubles).toHaveLength(2);
  });

  test("a hole in the sequence stops it: nothing is passed over", async () => {
    tell(5);
    events.splice(2, 1);
    const troubles: unknown[] = [];
    puller({ onTrouble: error => troubles.push(error) });
    while (troubles.length < 2) await sleep(5);
    expect(await applied()).toEqual([]);
    expect(String(troubles[0])).toContain("not in sequence");
  });

  test("a subgraph that does not answer is asked again", async () => {
    tell(1);
    let refusals = 2;
    const troubles: unknown[] = [];
    puller({
      onTrouble: error => troubles.push(error),
      pull: (_source, after) =>
        refusals-- > 0 ? Promise.reject(new Error("away")) : Promise.resolve(events.slice(after)),
    });
    await untilApplied(1);
    expect(troubles).toHaveLength(2);
  });

  test("a call on the board ends its rest", async () => {
    const board = createWakeBoard();
    puller({ board, restMs: 60_000 });
    await sleep(5 * SOON_MS);
    tell(1);
    board.ring("police");
    await untilApplied(1);
    expect(await applied()).toEqual(["E1"]);
  });
});
