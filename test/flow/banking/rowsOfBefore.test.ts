import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import { eachStore } from "../../support/databases";
import { caseAccountFacts, inForce, sanctionFacts, stopPaymentFacts } from "../../support/policeEvents";
import { createBankingHub, type BankingHub } from "./bankingHub";
import { account, EMPTY_CHUNK, institution, NOW, person, subject, THIS_MIDNIGHT, uuid } from "./worldParts";

const FOLDER = "../../../schema/database/migrations/banking";
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

  const migrate = async (file = "026-rows-of-before.sql") =>
    sql.raw(await readFile(join(__dirname, FOLDER, file), "utf8")).execute(hub.database.db);
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

  test("an order that had gone with its account to another holder is undone there", async () => {
    hub.setNow(NOW);
    const [moved] = await write(["622210040001", 41]);
    const [token, other] = [hub.tokenOf(person(41)), hub.tokenOf(person(42))];
    await hub.hear(inForce(sanctionFacts(uuid(4), token)));
    for (const table of ["account", "account_order", "restriction", "account_directory", "order_directory"])
      await sql`update ${sql.table(`banking.${table}`)} set subject_id = ${other}
        where subject_id = ${token}`.execute(hub.database.db);
    await migrate("027-orders-given-away.sql");
    await hub.review();
    const { rows } = await sql`select o.status, r.lifted_at is not null as lifted from banking.account_order o
      join banking.restriction r on r.id = o.id where o.account_id = ${moved}`.execute(hub.database.db);
    expect(rows).toEqual([{ status: "EXPIRED", lifted: true }]);
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
