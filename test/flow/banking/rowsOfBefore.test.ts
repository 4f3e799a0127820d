import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import { eachStore } from "../../support/databases";
import { caseAccountFacts, inForce, sanctionFacts, stopPaymentFacts } from "../../support/policeEvents";
import { createBankingHub, type BankingHub } from "./bankingHub";
import { account, EMPTY_CHUNK, institution, NOW, person, subject, THIS_MIDNIGHT, uuid } from "./worldParts";

const FILE = "../../../schema/database/migrations/banking/026-rows-of-before.sql";
const NAME = "赵一一";

/** Measures as they stood in the store before what these columns mean was kept. */
eachStore("banking", open => {
  let hub: BankingHub;
  beforeAll(async () => {
    hub = await createBankingHub(await open());
    await hub.write({
      ...EMPTY_CHUNK,
      institutions: [institution("102", "BANKING", "华衡银行", THIS_MIDNIGHT)],
    });
  });

  const migrate = async () => sql.raw(await readFile(join(__dirname, FILE), "utf8")).execute(hub.database.db);
  const write = async (...numbers: readonly [number: string, holder: number][]) => {
    const accounts = numbers.map(([number, holder]) => account(number, person(holder)));
    const subjects = numbers.map(([, holder]) => subject(person(holder), NAME));
    await hub.write({ ...EMPTY_CHUNK, subjects, accounts });
    await hub.review();
    return accounts.map(one => hub.accountId(one));
  };
  const ordered = async (causeId: string) => {
    const { rows } = await sql<{ account: string }>`select account_id as account from banking.account_order
      where cause_id = ${causeId} order by issued_at, account_id`.execute(hub.database.db);
    return rows.map(row => row.account);
  };

  test("a measure to come that was ordered at once reaches on its day what has come until then, and nothing twice", async () => {
    hub.setNow(new Date("2198-12-31T04:00:00Z"));
    const [early] = await write(["622210010001", 11]);
    const cause = uuid(1);
    const facts = sanctionFacts(cause, hub.tokenOf(person(11)), "2199-12-31");
    const measures = facts.measures.map(one => ({ ...one, startsOn: "2198-12-31" }));
    await hub.hear(inForce({ ...facts, measures }));
    await sql`update banking.measure set starts_on = '2199-01-01' where cause_id = ${cause}`.execute(
      hub.database.db,
    );
    const [late] = await write(["622210010002", 11]);
    expect(await ordered(cause)).toEqual([early]);
    await migrate();
    hub.setNow(new Date("2198-12-31T16:00:00Z"));
    await hub.review();
    expect(await ordered(cause)).toEqual([early, late]);
  });

  test("a case account stays with whoever held it when the store was brought up to date", async () => {
    hub.setNow(NOW);
    const [involved] = await write(["622210020001", 21]);
    const cause = uuid(2);
    await hub.hear(inForce(caseAccountFacts(cause, involved!)));
    await sql`update banking.measure set subject_id = null, holder_known = false where cause_id = ${cause}`.execute(
      hub.database.db,
    );
    await migrate();
    await sql`update banking.account_directory set observed_at = '2020-01-01' where id = ${involved}`.execute(
      hub.database.db,
    );
    const [, , others] = await write(["622210020001", 22], ["622210020002", 22], ["622210020003", 21]);
    expect(await ordered(cause)).toEqual([others]);
  });

  test("a stop-payment that had met no account takes hold of none", async () => {
    hub.setNow(NOW);
    const late = account("622210030001", person(31));
    const id = hub.accountId(late);
    const cause = uuid(3);
    await hub.hear(inForce(stopPaymentFacts(cause, id, NOW, hub.keys.ids.holderMark(id, NAME))));
    await sql`update banking.measure set ended_at = null, ended_by = null where cause_id = ${cause}`.execute(
      hub.database.db,
    );
    await migrate();
    await write(["622210030001", 31]);
    expect(await ordered(cause)).toEqual([]);
  });
});
