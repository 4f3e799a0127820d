import { sql } from "kysely";
import { generateWorld } from "../../../scripts/seed/generateWorld";
import type { WorldChunk } from "../../../scripts/seed/worldModel";
import type { Database } from "../../../schema/database/openDatabase";
import { onPostgres, type OpenDatabase } from "../../support/databases";
import { createBankingHub } from "../banking/bankingHub";
import { NOW } from "../banking/worldParts";
import { createTelecomHub } from "../telecom/telecomHub";

// Every story of the world that has rings, sanctions and lifted sanctions of all eras.
const WORLD = [...generateWorld({ people: 2_000, seed: 1, now: NOW })];

interface Carrying {
  readonly database: Database;
  write(chunk: WorldChunk): Promise<void>;
  review(): Promise<void>;
}

/** What measures have brought about, with all that stands. */
async function broughtAbout({ db }: Database, name: "banking" | "telecom"): Promise<readonly string[]> {
  const orders = sql.id(name, name === "banking" ? "account_order" : "line_order");
  const measure = sql.id(name, "measure");
  const { rows } = await sql<{ row: string }>`
    select to_jsonb(o)::text as row from ${orders} o where cause_id in (select cause_id from ${measure})
    union all select to_jsonb(m)::text from ${measure} m`.execute(db);
  return rows.map(({ row }) => row).sort();
}

const HUBS = { banking: createBankingHub, telecom: createTelecomHub } as const;

function findsNothingToDo(name: "banking" | "telecom", open: OpenDatabase): void {
  test("a look at everybody finds every order given that the measures of the made-up world ask for", async () => {
    const hub: Carrying = await HUBS[name](await open());
    for (const chunk of WORLD) await hub.write(chunk);
    const { database } = hub;
    const before = await broughtAbout(database, name);
    expect(before.length).toBeGreaterThan(200);
    await sql`insert into ${sql.id(name, "order_review")} (subject_id)
      select id from ${sql.id(name, "subject")}`.execute(database.db);
    await hub.review();
    const after = await broughtAbout(database, name);
    expect(after.filter(row => !before.includes(row))).toEqual([]);
    expect(after).toHaveLength(before.length);
  });
}

onPostgres("banking", "banking", open => findsNothingToDo("banking", open));
onPostgres("telecom", "telecom", open => findsNothingToDo("telecom", open));
