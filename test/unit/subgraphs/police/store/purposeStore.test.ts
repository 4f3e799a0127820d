import { sql, type Kysely } from "kysely";
import { createInvolvementStore } from "../../../../../subgraphs/police/store/involvementStore";
import { createPurposeStore } from "../../../../../subgraphs/police/store/purposeStore";
import { eachStore, onPostgres, type OpenDatabase } from "../../../../support/databases";

const OFFICER = "police/investigator";
const LEAD = "police/authority";
const CASE = "A110100-2026-1";
const OTHER_CASE = "A110100-2026-2";
const CLOSED_CASE = "A110100-2026-3";
const STRANGERS_CASE = "A110100-2026-4";

interface Added {
  readonly to: string;
  readonly standing?: string;
  readonly confirmed?: boolean;
}

async function openCases(db: Kysely<unknown>): Promise<void> {
  await sql`insert into police.case_file (number, title, authority, status, lead, opened_on, closed_on) values
    (${CASE}, 'A', 'A110100', 'OPEN', ${LEAD}, '2026-11-01', null),
    (${OTHER_CASE}, 'B', 'A110100', 'OPEN', ${LEAD}, '2026-11-01', null),
    (${CLOSED_CASE}, 'C', 'A110100', 'CLOSED', ${LEAD}, '2026-11-01', '2026-11-02'),
    (${STRANGERS_CASE}, 'D', 'A110100', 'OPEN', ${LEAD}, '2026-11-01', null)`.execute(db);
  await sql`insert into police.case_officer (officer, case_number, assigned_at)
    select ${OFFICER}, number, now() from police.case_file where number <> ${STRANGERS_CASE}`.execute(db);
}

async function add(db: Kysely<unknown>, subject: string, added: Added): Promise<void> {
  const { to, standing = "LEAD", confirmed = true } = added;
  await sql`insert into police.involvement (id, case_number, role, standing, subject_id, added_by, marked_at,
      confirmed_by, confirmed_at)
    values (gen_random_uuid(), ${to}, 'PERPETRATOR', ${standing}, ${subject}, ${OFFICER}, now(),
      ${confirmed ? LEAD : null}, ${confirmed ? new Date() : null})`.execute(db);
}

eachStore("police", (open: OpenDatabase) => {
  describe("who is confirmed in an officer's case", () => {
    let db: Kysely<unknown>;
    beforeAll(async () => {
      ({ db } = await open());
      await openCases(db);
      await add(db, "twice", { to: CASE });
      await add(db, "twice", { to: CASE });
      await add(db, "elsewhere", { to: OTHER_CASE });
      await add(db, "added only", { to: CASE, confirmed: false });
      await add(db, "withdrawn", { to: CASE, standing: "WITHDRAWN" });
      await add(db, "of the closed", { to: CLOSED_CASE });
      await add(db, "of a stranger's", { to: STRANGERS_CASE });
    });

    test.each([
      [CASE, ["twice"]],
      [OTHER_CASE, ["elsewhere"]],
      [CLOSED_CASE, []],
      [STRANGERS_CASE, []],
      ["A110100-2026-5", []],
    ])("is told of %s: %j", async (caseNumber, confirmed) => {
      const asked = [
        ...["twice", "elsewhere", "added only", "withdrawn", "of the closed", "of a stranger's", "nobody"],
        "twice",
      ];
      expect([...(await createPurposeStore(db).confirmedSubjects(caseNumber, OFFICER, asked))]).toEqual(
        confirmed,
      );
    });

    test("is nobody where nobody is asked for", async () => {
      expect((await createPurposeStore(db).confirmedSubjects(CASE, OFFICER, [])).size).toBe(0);
    });
  });
});

onPostgres("police", "a case that thousands of people belong to", open => {
  const PEOPLE = 3_000;
  /** More often than PostgreSQL plans for the values that it is shown. */
  const TIMES = 10;

  test("is not looked through to find whether one of them does, nor for what one is involved in", async () => {
    const database = await open();
    await database.transaction(async tx => {
      await openCases(tx);
      await sql`insert into police.involvement (id, case_number, role, standing, subject_id, added_by, marked_at,
          confirmed_by, confirmed_at)
        select gen_random_uuid(), ${CASE}, 'PERPETRATOR', 'LEAD', 'subject ' || i, ${OFFICER}, now(), ${LEAD}, now()
        from generate_series(1, ${PEOPLE}::int) i`.execute(tx);
      await sql`analyze police.involvement, police.case_file, police.case_officer`.execute(tx);
      const rowsRead = async (): Promise<number> => {
        const { rows } = await sql<{ read: string }>`select seq_tup_read + idx_tup_fetch as read
          from pg_stat_xact_user_tables where schemaname = 'police' and relname = 'involvement'`.execute(tx);
        return Number(rows[0]?.read);
      };
      const before = await rowsRead();
      for (let time = 0; time < TIMES; time += 1) {
        const asked = [`subject ${time + 1}`];
        const confirmed = await createPurposeStore(tx).confirmedSubjects(CASE, OFFICER, asked);
        expect([...confirmed]).toEqual(asked);
        const involvements = await createInvolvementStore(tx).involvementsOfSubjects(asked, OFFICER);
        expect(involvements).toHaveLength(1);
      }
      expect((await rowsRead()) - before).toBeLessThanOrEqual(2 * TIMES);
      const { rows } = await sql<{ kept: string }>`select generic_plans as kept from pg_prepared_statements
        where statement like '/* PurposeStore.confirmedSubjects%'
          or statement like '/* InvolvementStore.involvementsOfSubjects%'`.execute(tx);
      expect(rows.map(({ kept }) => Number(kept) > 0)).toEqual([true, true]);
    });
  });
});
