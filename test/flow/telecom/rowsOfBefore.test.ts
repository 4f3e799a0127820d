import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import { eachStore } from "../../support/databases";
import { caseLineFacts, inForce, telecomFacts } from "../../support/policeEvents";
import { createTelecomHub, type TelecomHub } from "./telecomHub";
import { EMPTY_CHUNK, line, person, uuid } from "./telecomRows";
import { TELECOM_WORLD } from "./telecomWorld";

const FILE = "../../../schema/database/migrations/telecom/026-rows-of-before.sql";

/** Measures as they stood in the store before what these columns mean was kept. */
eachStore("telecom", open => {
  let hub: TelecomHub;
  beforeAll(async () => {
    hub = await createTelecomHub(await open());
    await hub.write({ ...TELECOM_WORLD, lines: [] });
  });

  const migrate = async () => sql.raw(await readFile(join(__dirname, FILE), "utf8")).execute(hub.database.db);
  const write = async (number: string, holder: number) => {
    await hub.write({ ...EMPTY_CHUNK, lines: [line(number, person(holder))] });
    await hub.review();
    return hub.keys.ids.lineId(number);
  };

  test("a measure to come that was ordered at once reaches on its day what has come until then, and nothing twice", async () => {
    hub.setNow(new Date("2198-12-31T04:00:00Z"));
    const early = await write("14710010001", 411);
    const cause = uuid(9_101);
    const facts = telecomFacts(cause, hub.tokenOf(person(411)));
    const term = { startsOn: "2198-12-31", endsOn: "2199-12-31" };
    await hub.hear(inForce({ ...facts, measures: facts.measures.map(one => ({ ...one, ...term })) }));
    await sql`update telecom.measure set starts_on = '2199-01-01' where cause_id = ${cause}`.execute(
      hub.database.db,
    );
    const late = await write("14710010002", 411);
    await migrate();
    hub.setNow(new Date("2198-12-31T16:00:00Z"));
    await hub.review();
    const { rows } = await sql`select line_id as line from telecom.line_order where cause_id = ${cause}
      order by issued_at`.execute(hub.database.db);
    expect(rows).toEqual([{ line: early }, { line: late }]);
  });

  test("a line in a case stays with whoever held it when the store was brought up to date", async () => {
    const involved = await write("14710020001", 421);
    const cause = uuid(9_102);
    await hub.hear(inForce(caseLineFacts(cause, involved)));
    await sql`update telecom.measure set subject_id = null, holder_known = false where cause_id = ${cause}`.execute(
      hub.database.db,
    );
    await migrate();
    const { rows } = await sql`select subject_id as holder, holder_known as "isKnown" from telecom.measure
      where cause_id = ${cause}`.execute(hub.database.db);
    expect(rows).toEqual([{ holder: hub.tokenOf(person(421)), isKnown: true }]);
  });
});
