import { sql } from "kysely";
import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "../../../schema/database/openDatabase";

const WRITERS = 8;
const TURNS = 150;
const LATEST_MS = 15;

class Abandoned extends Error {}

/**
 * Writes changes of the banking subgraph, as several of its processes would at once: some begin early and commit late,
 * some roll back. Answers the kinds of those that were committed, each once.
 */
export async function writeOutOfOrder(banking: Database, audience: string): Promise<readonly string[]> {
  const committed: string[] = [];
  async function write(writer: number): Promise<void> {
    for (let turn = 0; turn < TURNS; turn += 1) {
      const kind = `${writer}/${turn}`;
      const work = banking.transaction(async tx => {
        await sql`insert into banking.outbox (at, kind, audiences, touched)
          values (now(), ${kind}, ${[audience]}::text[], array[]::text[])`.execute(tx);
        if (turn % 9 === writer) await sleep(Math.random() * LATEST_MS);
        if (turn % 8 === 3) throw new Abandoned();
      });
      await work.then(
        () => committed.push(kind),
        (error: unknown) => {
          if (!(error instanceof Abandoned)) throw error;
        },
      );
    }
  }
  await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)));
  return committed;
}
