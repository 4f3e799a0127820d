import { sql } from "kysely";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createWakeBoard } from "../../../../../scripts/hub/createWakeBoard";
import type { Database } from "../../../../../schema/database/openDatabase";
import { callOnCommit } from "../../../../../subgraphs/shared/relay/callOnCommit";
import { startRelay, type RelayParts } from "../../../../../subgraphs/shared/relay/startRelay";
import type { Worker } from "../../../../../subgraphs/shared/relay/startWorker";
import { createChangeStore } from "../../../../../subgraphs/telecom/store/changeStore";
import { eachStore } from "../../../../support/databases";
import { emptyFeed, feedOf, waiting, writeChange } from "./outboxWriter";

const BY_POSITION = "../../../../../schema/database/migrations/telecom/041-outbox-by-position.sql";
const NEVER_MS = 60_000; // longer than a test: whatever happens was not the timer's doing
const SOON_MS = 20;
const WRITERS = 8;

class Abandoned extends Error {}

eachStore("telecom", open => {
  let database: Database;
  const relays: Worker[] = [];
  const troubles: unknown[] = [];

  function relay(parts: Partial<RelayParts> = {}): Worker {
    const started = startRelay({
      subgraph: "telecom",
      database,
      board: createWakeBoard(),
      onTrouble: error => troubles.push(error),
      restMs: SOON_MS,
      ...parts,
    });
    relays.push(started);
    return started;
  }

  async function untilNumbered(): Promise<void> {
    while ((await waiting(database)) > 0) await sleep(5);
  }

  beforeAll(async () => {
    database = await open();
  });
  beforeEach(async () => {
    await emptyFeed(database);
    troubles.length = 0;
  });
  afterEach(async () => {
    await Promise.all(relays.splice(0).map(one => one.stop()));
    expect(troubles).toEqual([]);
  });

  describe("a relay", () => {
    test("numbers nothing that was rolled back, and leaves no hole where it would have stood", async () => {
      relay();
      for (let turn = 0; turn < 20; turn += 1) {
        const work = database.transaction(async tx => {
          await writeChange(tx, { kind: `K${turn}`, audiences: ["police"] });
          if (turn % 2 === 1) throw new Abandoned();
        });
        await work.catch((error: unknown) => expect(error).toBeInstanceOf(Abandoned));
      }
      await untilNumbered();
      const feed = await feedOf(database, "police");
      expect(feed.map(row => row.kind)).toEqual(Array.from({ length: 10 }, (_, index) => `K${index * 2}`));
      expect(feed.map(row => row.sequence)).toEqual(feed.map((_, index) => index + 1));
    });

    test("keeps a sequence of its own for each audience, and tells each only what is for it", async () => {
      relay();
      await database.transaction(async tx => {
        await writeChange(tx, { kind: "A", audiences: ["police", "carrier:C01", "police"] });
        await writeChange(tx, { kind: "B", audiences: ["carrier:C01"] });
        await writeChange(tx, { kind: "C", audiences: ["police"] });
        await writeChange(tx, { kind: "D", audiences: [] });
      });
      await untilNumbered();
      const numbered = async (audience: string) =>
        (await feedOf(database, audience)).map(({ sequence, kind }) => `${sequence}${kind}`);
      expect(await numbered("police")).toEqual(["1A", "2C"]);
      expect(await numbered("carrier:C01")).toEqual(["1A", "2B"]);
    });

    test("hands what subgraphs act upon to subgraphs alone", async () => {
      relay();
      await database.transaction(tx =>
        writeChange(tx, { kind: "A", audiences: ["police", "subgraph:banking"], payload: { causeId: "c" } }),
      );
      await untilNumbered();
      expect((await feedOf(database, "subgraph:banking"))[0]?.payload).toEqual({ causeId: "c" });
      expect((await feedOf(database, "police"))[0]?.payload).toBeNull();
    });

    test("is woken by a commit of its own subgraph, and by none that was rolled back", async () => {
      const worker = relay({ restMs: NEVER_MS });
      let calls = 0;
      const calling = callOnCommit(database, () => {
        calls += 1;
        worker.wake();
      });
      await expect(calling.transaction(() => Promise.reject(new Abandoned()))).rejects.toThrow(Abandoned);
      expect(calls).toBe(0);
      await calling.transaction(tx => writeChange(tx, { kind: "A", audiences: ["police"] }));
      await untilNumbered();
      expect(calls).toBe(1);
      expect(await feedOf(database, "police")).toHaveLength(1);
    });

    test("ends what was cached of what has changed before it takes the row away, and again after a failure", async () => {
      const ended: (readonly string[])[] = [];
      let failures = 1;
      relay({
        invalidate(entities) {
          ended.push(entities);
          return failures-- > 0 ? Promise.reject(new Abandoned()) : Promise.resolve();
        },
        onTrouble: error => expect(error).toBeInstanceOf(Abandoned),
      });
      await database.transaction(tx =>
        writeChange(tx, { kind: "A", audiences: ["police"], touched: ["PhoneLine:l", "Subject:s"] }),
      );
      await untilNumbered();
      expect(ended).toEqual([
        ["PhoneLine:l", "Subject:s"],
        ["PhoneLine:l", "Subject:s"],
      ]);
      expect(await feedOf(database, "police")).toHaveLength(1);
    });

    test("numbers in their order what waited while the outbox lost the names of its rows", async () => {
      // As it was before: known by a name, with an index for the position.
      await sql`alter table telecom.outbox drop constraint outbox_pkey,
        add column id text primary key default gen_random_uuid()::text`.execute(database.db);
      await sql`create index outbox_position on telecom.outbox (position)`.execute(database.db);
      await database.transaction(async tx => {
        for (const kind of ["A", "B", "C"]) await writeChange(tx, { kind, audiences: ["police"] });
      });
      await sql.raw(await readFile(join(__dirname, BY_POSITION), "utf8")).execute(database.db);
      relay();
      await untilNumbered();
      expect((await feedOf(database, "police")).map(change => change.kind)).toEqual(["A", "B", "C"]);
    });

    test("rings when the feed has grown", async () => {
      const board = createWakeBoard();
      const rung = new Promise<void>(resolve => board.listen("telecom", resolve));
      relay({ board });
      await database.transaction(tx => writeChange(tx, { kind: "A", audiences: ["police"] }));
      await rung;
      expect(await feedOf(database, "police")).toHaveLength(1);
    });
  });

  test("a subscriber that was away for 1,000 events, of writers that commit out of order and roll back, misses none and sees no hole", async () => {
    for (let count = 0; count < 3; count += 1) relay();
    const told: string[] = [];
    const writer = async (name: number): Promise<void> => {
      for (let turn = 0; turn < 125; turn += 1) {
        await database
          .transaction(async tx => {
            await writeChange(tx, {
              kind: `${name}/${turn}`,
              audiences: ["police", `carrier:C0${name % 3}`],
            });
            // Others begin later and commit sooner.
            if (turn % 9 === name) await sleep(Math.random() * 15);
            if (turn % 7 === 3) throw new Abandoned();
          })
          .then(
            () => void told.push(`${name}/${turn}`),
            (error: unknown) => expect(error).toBeInstanceOf(Abandoned),
          );
      }
    };
    const subscriber = createChangeStore(database.db);
    const writing = { goesOn: true };
    // A reader that is always there sees the sequence grow by one, never past a place that is filled later.
    const watching = (async () => {
      let place = 0;
      while (writing.goesOn) {
        const seen = await subscriber.changesAfter("police", place, 100);
        expect(seen.map(row => row.sequence)).toEqual(seen.map((_, index) => place + index + 1));
        place += seen.length;
        await sleep(3);
      }
    })();
    await Promise.all(Array.from({ length: WRITERS }, (_, name) => writer(name)));
    await untilNumbered();
    writing.goesOn = false;
    await watching;

    const missed: string[] = [];
    for (let place = 0; ;) {
      const page = await subscriber.changesAfter("police", place, 100);
      if (page.length === 0) break;
      expect(page.map(row => row.sequence)).toEqual(page.map((_, index) => place + index + 1));
      missed.push(...page.map(row => row.kind));
      place += page.length;
    }
    expect(told.length).toBeGreaterThan(850);
    expect([...missed].sort()).toEqual([...told].sort());
    // What one writer did one after the other is told in that order.
    for (let name = 0; name < WRITERS; name += 1) {
      const own = missed.filter(kind => kind.startsWith(`${name}/`)).map(kind => Number(kind.slice(2)));
      expect(own).toEqual([...own].sort((a, b) => a - b));
    }
  });
});
