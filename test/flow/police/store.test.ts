import { sql } from "kysely";
import type { WorldChunk } from "../../../scripts/seed/worldModel";
import { eachStore } from "../../support/databases";
import { createPoliceHub, officer, type PoliceHub } from "./policeHub";
import { involvement } from "./policeCases";
import {
  ACCOUNT,
  CASES,
  LINE_NUMBER,
  OFFICERS,
  PEOPLE,
  person,
  SANCTIONED_NAME,
  TIP_CONTENT,
  uuid,
} from "./policeNames";
import { POLICE_WORLD } from "./policeWorld";

/** What the dossier asks of the police subgraph, for one person or many. */
const DOSSIER = `query ($documents: [IdentityDocumentInput!]!) { subjects(documents: $documents) {
  id
  sanctions { id conduct status ruleVersion recognisedOn recognisedBy { name level } measures { kind sector startsOn endsOn }
    case { number lead officers } objections { id status sanction { id } } notice { reason } }
  measuresInForce { kind sector endsOn }
  involvements { role standing recognisedBy { name } objections { id } line { number lineInvolvements { id } }
    account { id accountInvolvements { id } } subject { id }
    case { number title status officers stages { name } surrenders { subject { id } } stopPayments { id }
      involvements(first: 3) { nodes { id case { number } } } } }
  visits { status plannedOn }
  policeCoverage { state asOf institution { code name } }
} }`;

eachStore("police", open => {
  let hub: PoliceHub;
  beforeAll(async () => {
    hub = await createPoliceHub(await open());
    await hub.write(POLICE_WORLD);
  });

  async function wholeStore(): Promise<string> {
    const { rows: tables } = await sql<{
      name: string;
    }>`select table_name as name from information_schema.tables
      where table_schema = 'police' and table_type = 'BASE TABLE'`.execute(hub.database.db);
    const dumps = await Promise.all(
      tables.map(({ name }) =>
        sql`select row_to_json(t)::text as row from ${sql.table(`police.${name}`)} t`.execute(
          hub.database.db,
        ),
      ),
    );
    return JSON.stringify(dumps.map(dump => dump.rows));
  }

  test("no number, no name and no tip is stored in clear", async () => {
    const store = await wholeStore();
    const secrets = [
      ...Object.values(PEOPLE).map(one => one.number),
      LINE_NUMBER,
      ACCOUNT.number,
      SANCTIONED_NAME,
      TIP_CONTENT,
    ];
    expect(secrets.filter(secret => store.includes(secret))).toEqual([]);
    expect(store).toContain("k1.");
  });

  test("people of whom the police hold nothing are not stored at all", async () => {
    const { rows } = await sql<{ id: string }>`select id from police.subject`.execute(hub.database.db);
    expect(rows.map(row => row.id)).not.toContain(hub.tokenOf(PEOPLE.clean));
    expect(rows).toHaveLength(9);
  });

  test("an import that comes twice leaves one of everything", async () => {
    const count = async () => JSON.parse(await wholeStore()).map((rows: unknown[]) => rows.length);
    const before = await count();
    await hub.write(POLICE_WORLD);
    expect(await count()).toEqual(before);
  });

  test("a chunk that fails in the middle leaves nothing of itself", async () => {
    const [own] = POLICE_WORLD.cases;
    const chunk: WorldChunk = {
      ...POLICE_WORLD,
      cases: [{ ...own!, number: "A110199-2026-500", involvements: [] }],
      visits: [{ ...POLICE_WORLD.visits[0]!, id: uuid(250), status: "NOWHERE" as "PLANNED" }],
    };
    await expect(hub.write(chunk)).rejects.toThrow();
    const { rows } = await sql`select 1 from police.case_file where number = 'A110199-2026-500'`.execute(
      hub.database.db,
    );
    expect(rows).toEqual([]);
  });

  test("what a dossier costs in statements does not grow with the people, cases and rows in it", async () => {
    const crowd = Array.from({ length: 40 }, (_, index) => person(100 + index));
    await hub.write(crowdedWorld(crowd));
    const one = await countStatements([crowd[0]!]);
    const many = await countStatements(crowd);
    expect(many.answer.data.subjects).toHaveLength(40);
    expect(many.answer.data.subjects[39].sanctions).toHaveLength(1);
    expect(many.answer.data.subjects[39].involvements[0].case.involvements.nodes).toHaveLength(3);
    expect(many.statements.sort()).toEqual(one.statements.sort());
    expect(many.statements.length).toBeLessThanOrEqual(18);
  });

  async function countStatements(people: readonly ReturnType<typeof person>[]) {
    const statements: string[] = [];
    const stop = hub.database.onStatement(statement =>
      statements.push(/\/\* (\S+) \*\//.exec(statement)?.[1] ?? statement),
    );
    const documents = people.map(one => ({ type: one.type, number: "", token: hub.tokenOf(one) }));
    const answer = await hub.ask(officer(), DOSSIER, { documents });
    stop();
    expect(answer.code).toBeUndefined();
    return { answer, statements };
  }
});

/** Each of the crowd has a sanction, an involvement in a case of their own with a line and an account, and a visit. */
function crowdedWorld(crowd: readonly ReturnType<typeof person>[]): WorldChunk {
  const [sanction] = POLICE_WORLD.sanctions;
  const [visit] = POLICE_WORLD.visits;
  const [own] = POLICE_WORLD.cases;
  const numberOf = (index: number) => `A110199-2026-2${String(index).padStart(3, "0")}`;
  return {
    ...POLICE_WORLD,
    sanctions: crowd.map((subject, index) => ({
      ...sanction!,
      id: uuid(20_000 + index),
      subject,
      caseNumber: index % 2 === 0 ? CASES.own : numberOf(index),
      objections: [{ ...POLICE_WORLD.sanctions[3]!.objections[0]!, id: uuid(21_000 + index) }],
    })),
    visits: crowd.map((subject, index) => ({ ...visit!, id: uuid(22_000 + index), subject })),
    cases: crowd.map((subject, index) => ({
      ...own!,
      number: numberOf(index),
      officers: [OFFICERS.investigator],
      surrenders: [{ ...own!.surrenders[0]!, id: uuid(23_000 + index), subject }],
      stopPayments: [],
      involvements: [
        involvement(uuid(24_000 + index), {
          subject,
          lineNumber: `138${String(index).padStart(8, "0")}`,
          account: { institution: "102", number: `62170000${index}` },
          recognisedBy: "A110100",
        }),
        ...[1, 2, 3].map(place =>
          involvement(uuid(30_000 + index * 10 + place), { lineNumber: `139${index}000000${place}` }),
        ),
      ],
    })),
  };
}
