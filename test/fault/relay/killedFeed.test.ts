import { sql } from "kysely";
import { spawn, type ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { migrate } from "../../../schema/database/migrate";
import { openDatabase, type Database } from "../../../schema/database/openDatabase";
import { createPostgresDatabase } from "../../support/databases";

const TRANSPILE = join(__dirname, "../../support/transpile.js");
const PROCESS = join(__dirname, "feedProcess.ts");
const KILLS = 20;
const LATEST_KILL_MS = 250;
const WRITERS = 4;

describe("relay and puller killed with -9 while others write", () => {
  let source: Database;
  let target: Database;
  const drops: (() => Promise<void>)[] = [];
  const urls: string[] = [];

  beforeAll(async () => {
    for (const name of ["police", "banking"] as const) {
      const { url, drop } = await createPostgresDatabase();
      urls.push(url);
      drops.push(drop);
      const database = openDatabase({ url });
      await migrate(database, name);
      if (name === "police") source = database;
      else target = database;
    }
    await sql`create table banking.done (
      place bigint generated always as identity, sequence bigint not null, kind text not null)`.execute(
      target.db,
    );
  });
  afterAll(async () => {
    await source.close();
    await target.close();
    for (const drop of drops) await drop();
  });

  function start(): ChildProcess {
    return spawn(process.execPath, ["--require", TRANSPILE, PROCESS, ...urls], {
      stdio: ["ignore", "pipe", "inherit"],
    });
  }

  /** At any moment after the process has begun to do something. */
  async function killAtRandom(): Promise<void> {
    const child = start();
    const ended = once(child, "exit");
    await once(child.stdout!, "data");
    await sleep(Math.random() * LATEST_KILL_MS);
    child.kill("SIGKILL");
    await ended;
  }

  test("every event that was committed has its effect once, in its order", async () => {
    let isWriting = true;
    const committed: string[] = [];
    const write = async (): Promise<void> => {
      while (isWriting) {
        const kind = randomUUID();
        await source.transaction(tx =>
          sql`insert into police.outbox (at, kind, audiences, payload)
            values (now(), ${kind}, array['police', 'subgraph:banking'], '{}')`.execute(tx),
        );
        committed.push(kind);
        await sleep(2);
      }
    };
    const writers = Array.from({ length: WRITERS }, write);
    // Two at a time: one is killed while the other numbers and pulls.
    const killers = [0, 1].map(async () => {
      for (let kills = 0; kills < KILLS / 2; kills += 1) await killAtRandom();
    });
    await Promise.all(killers);
    isWriting = false;
    await Promise.all(writers);

    const last = start();
    const ended = once(last, "exit");
    const done = async () =>
      (
        await sql<{
          sequence: number;
          kind: string;
        }>`select sequence, kind from banking.done order by place`.execute(target.db)
      ).rows;
    while ((await done()).length < committed.length) await sleep(20);
    await sleep(100); // one more would come now
    last.kill("SIGKILL");
    await ended;

    const rows = await done();
    expect([...rows.map(row => row.kind)].sort()).toEqual([...committed].sort());
    expect(rows.map(row => row.sequence)).toEqual(rows.map((_, index) => index + 1));
  }, 180_000);
});
