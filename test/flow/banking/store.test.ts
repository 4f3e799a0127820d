import { sql } from "kysely";
import type { WorldAccount } from "../../../scripts/seed/worldModel";
import type { AccountRecord } from "../../../subgraphs/banking/store/accountRecord";
import { createAccountReportStore } from "../../../subgraphs/banking/store/accountReportStore";
import { createSubjectStore } from "../../../subgraphs/banking/store/subjectStore";
import { openName } from "../../../subgraphs/banking/subjectIdentity";
import { SEAL_CONTEXTS } from "../../../subgraphs/banking/sealContexts";
import { AccountClass, AccountKind, AccountStatus } from "../../../subgraphs/banking/types/enums";
import type { SubjectSighting } from "../../../subgraphs/shared/subjects/subjectRecord";
import { toSubjectRecords } from "../../../subgraphs/shared/subjects/toSubjectRecords";
import { eachStore } from "../../support/databases";
import { bank, createBankingHub, police, type BankingHub } from "./bankingHub";
import {
  BANKING_WORLD,
  CUSTOMER_NAME,
  INSTITUTIONS,
  NUMBERS,
  PEOPLE,
  PHONE,
  UNIT_NAME,
} from "./bankingWorld";
import { account, EMPTY_CHUNK, order, person, restriction, uuid } from "./worldParts";

eachStore("banking", open => {
  let hub: BankingHub;
  beforeAll(async () => {
    hub = await createBankingHub(await open());
    await hub.write(BANKING_WORLD);
  });

  async function wholeStore(): Promise<string> {
    const { rows: tables } = await sql<{
      name: string;
    }>`select table_name as name from information_schema.tables
      where table_schema = 'banking' and table_type = 'BASE TABLE' order by table_name`.execute(
      hub.database.db,
    );
    const dumps = [];
    for (const { name } of tables) {
      const { rows } =
        await sql`select row_to_json(t)::text as row from ${sql.table(`banking.${name}`)} t`.execute(
          hub.database.db,
        );
      dumps.push({ name, rows });
    }
    return JSON.stringify(dumps);
  }

  test("no number and no name is stored in clear", async () => {
    const store = await wholeStore();
    const secrets = [
      ...Object.values(PEOPLE).map(one => one.number),
      ...Object.values(NUMBERS),
      PHONE,
      CUSTOMER_NAME,
      UNIT_NAME,
    ];
    expect(secrets.filter(secret => store.includes(secret))).toEqual([]);
    expect(store).toContain("k1.");
  });

  test("people of whom no institution holds anything are not stored at all", async () => {
    const { rows } = await sql<{ id: string }>`select id from banking.subject`.execute(hub.database.db);
    expect(rows.map(row => row.id)).not.toContain(hub.tokenOf(PEOPLE.stranger));
    expect(rows).toHaveLength(9);
  });

  test("carriers are not in the banking register", async () => {
    const { rows } = await sql<{ code: string }>`select code from banking.institution`.execute(
      hub.database.db,
    );
    expect(rows.map(row => row.code).sort()).toEqual(["102", "103", "104", "105", "Z01"]);
  });

  test("a world that is written twice changes nothing", async () => {
    const counts = async () =>
      JSON.parse(await wholeStore()).map(
        ({ name, rows }: { name: string; rows: unknown[] }) => `${name} ${rows.length}`,
      );
    const before = await counts();
    await hub.write(BANKING_WORLD);
    expect(await counts()).toEqual(before);
  });

  describe("reports", () => {
    const HOLDER = person(950);
    const record = (number: string, rest: Partial<AccountRecord> = {}): AccountRecord => ({
      id: hub.accountId({ institution: "102", number }),
      subjectId: hub.tokenOf(HOLDER),
      institution: "102",
      number,
      kind: AccountKind.DEBIT_CARD,
      accountClass: AccountClass.II,
      reportedStatus: AccountStatus.NORMAL,
      openedOn: "2025-01-01",
      closedOn: null,
      outletCode: null,
      reservedPhone: null,
      deviceId: null,
      exemptFromLimit: null,
      involvedOn: null,
      observedAt: new Date("2026-10-02T00:00:00.000Z"),
      ...rest,
    });
    const save = (...records: AccountRecord[]) =>
      hub.database.transaction(tx => createAccountReportStore(tx, hub.keys).saveAccounts(records));
    const statusOf = async (number: string) =>
      (
        await hub.ask(bank(), `query ($n: String!) { account(number: $n) { status holder { id } } }`, {
          n: number,
        })
      ).data.account;

    test("an older one never overwrites a newer one", async () => {
      const newer = record("950001", { reportedStatus: AccountStatus.DORMANT });
      const older = record("950001", { observedAt: new Date("2026-10-01T00:00:00.000Z") });
      expect((await save(newer))[0]).toMatchObject({ isWritten: true });
      expect((await save(older))[0]).toMatchObject({ isWritten: false });
      expect(await statusOf("950001")).toMatchObject({ status: "DORMANT" });
    });

    test.each([
      ["950091", [AccountStatus.DORMANT, AccountStatus.CLOSED], [true, true]],
      ["950092", [AccountStatus.CLOSED, AccountStatus.DORMANT], [true, false]],
    ] as const)(
      "of two equally old ones the closing stands, whichever came first (%s)",
      async (number, order, written) => {
        for (const [index, reportedStatus] of order.entries()) {
          const closedOn = reportedStatus === AccountStatus.CLOSED ? "2026-10-02" : null;
          const [saved] = await save(record(number, { reportedStatus, closedOn }));
          expect(saved).toMatchObject({ isWritten: written[index], refusedIn: null });
        }
        expect(await statusOf(number)).toMatchObject({ status: "CLOSED" });
      },
    );

    test("of one account twice in a batch the newest is written", async () => {
      const later = {
        observedAt: new Date("2026-10-03T00:00:00.000Z"),
        reportedStatus: AccountStatus.DORMANT,
      } as const;
      const saved = await save(record("950002"), record("950002", later), record("950003"));
      expect(saved.map(one => one.isWritten)).toEqual([false, true, true]);
      expect(await statusOf("950002")).toMatchObject({ status: "DORMANT" });
    });

    test("a recognised involvement outlives a report that does not know of it", async () => {
      await save(record("950004", { involvedOn: "2026-09-01" }));
      await save(record("950004", { observedAt: new Date("2026-10-04T00:00:00.000Z") }));
      const { rows } = await sql<{ day: string }>`select involved_on as day from banking.account
        where id = ${record("950004").id}`.execute(hub.database.db);
      expect(rows).toEqual([{ day: "2026-09-01" }]);
    });

    test("an account that changes hands takes along what stands on it whoever holds it, and leaves nothing behind", async () => {
      const other = person(951);
      const moving: WorldAccount = account("950005", HOLDER, {
        institution: "104",
        deviceId: "dev-950",
        restrictions: [restriction(950, { kind: "FREEZE" })],
        orders: [order(uuid(950), { kind: "FREEZE" })],
      });
      const mate = account("950006", person(952), { institution: "104", deviceId: "dev-950" });
      await hub.write({ ...EMPTY_CHUNK, institutions: INSTITUTIONS, accounts: [moving, mate] });
      const moved = record("950005", {
        id: hub.accountId(moving),
        institution: "104",
        deviceId: "dev-951",
        subjectId: hub.tokenOf(other),
      });
      expect(await save(moved)).toEqual([
        {
          id: moved.id,
          subjectId: hub.tokenOf(other),
          refusedIn: null,
          isWritten: true,
          previousSubjectId: hub.tokenOf(HOLDER),
        },
      ]);
      const query = `query ($id: ID!) { subjectById(id: $id) { accounts { nodes { id status orders { id } } }
        linkedAccounts { nodes { account { number } holder { id } } } } }`;
      const of = async (holder: typeof HOLDER) =>
        (await hub.ask(police(), query, { id: hub.tokenOf(holder) })).data.subjectById;
      expect((await of(other)).accounts.nodes).toEqual([
        { id: moved.id, status: "FROZEN", orders: [{ id: uuid(950) }] },
      ]);
      const left = (await of(HOLDER)).accounts.nodes.map((one: { id: string }) => one.id);
      expect(left).not.toContain(moved.id);
      expect((await of(person(952))).linkedAccounts.nodes).toEqual([
        { account: { number: "950005" }, holder: { id: hub.tokenOf(other) } },
      ]);
      const { data } = await hub.entity(
        bank("104"),
        { __typename: "AccountOrder", id: uuid(950) },
        "account { holder { id } }",
      );
      expect(data.account.holder).toEqual({ id: hub.tokenOf(other) });
    });

    test("two that report the same new account at once leave it one holder", async () => {
      const ids = [person(960), person(961)].map(one => hub.tokenOf(one));
      await Promise.all(
        ids.map((subjectId, index) =>
          save(record("950007", { subjectId, observedAt: new Date(1_790_000_000_000 + index) })),
        ),
      );
      const { rows } = await sql<{ holder: string }>`select subject_id as holder from banking.account
        where id = ${record("950007").id}`.execute(hub.database.db);
      expect(rows).toEqual([{ holder: ids[1] }]);
    });
  });

  test("of two names seen at the same moment the same one stands, whichever came last", async () => {
    const { database, keys } = hub;
    const seen = (id: string, name: string): SubjectSighting => ({
      id,
      document: { type: "RESIDENT_ID", kind: "PERSON", issuingCountry: null, number: person(950).number },
      name,
      legalRepresentativeId: null,
      observedAt: new Date("2026-11-20T00:00:00.000Z"),
    });
    const nameOf = async (id: string): Promise<string | null> => {
      const [row] = await createSubjectStore(database.db, keys).subjectsByIds([id]);
      return openName(row!, keys.sealer);
    };
    const names = ["张三", "张叁"];
    for (let index = 0; index < 6; index += 1) {
      const [one, other] = names.map(name => seen(`tie-${index}`, name));
      const [first] = toSubjectRecords([one!, other!], keys, SEAL_CONTEXTS);
      const [turned] = toSubjectRecords([other!, one!], keys, SEAL_CONTEXTS);
      const kept = keys.sealer.open(first!.sealedName!, SEAL_CONTEXTS.subjectName(one!.id));
      expect(keys.sealer.open(turned!.sealedName!, SEAL_CONTEXTS.subjectName(one!.id))).toBe(kept);
      for (const sighting of [one!, other!, one!])
        await database.transaction(tx => createSubjectStore(tx, keys).saveSubjects([sighting]));
      expect(await nameOf(one!.id)).toBe(kept);
    }
  });
});
