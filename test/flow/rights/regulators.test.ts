import { sql } from "kysely";
import type { Answer } from "../../support/askOverHttp";
import { startTestHub, type TestHub } from "../../support/hub";

const ABOUT = `{ policeChanges { nodes { kind sanction { id conduct status measures { kind }
  accountExecution { institution { code } issued } lineExecution { institution { code } issued } } } } }`;
const PERSONS = [
  "subject { id }",
  "subject { sanctions(includeEnded: true) { id } }",
  "subject { measuresInForce { kind } }",
  "subject { accountCounts { open } }",
  "subject { lineCounts { active } }",
  "subject { abnormalFlags { id } }",
  "sanction { subject { id } }",
  "sanction { notice { reason } }",
  "sanction { objections { grounds } }",
];

describe.each([
  ["regulator-financial", "regulator:financial"],
  ["regulator-telecom", "regulator:telecom"],
])("%s", (as, audience) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub();
    // Sanctions reach regulators by their feed alone.
    await sql`insert into police.change (audience, sequence, at, kind, sanction_id, subject_id)
      select ${audience}, 1000000, now(), 'MEASURE_IN_FORCE', id, subject_id
      from police.sanction limit 1`.execute(hub.stores.police.db);
  });
  afterAll(() => hub.close());

  const told = ({ data }: Answer): unknown[] =>
    (data?.policeChanges.nodes as Record<string, unknown>[]).flatMap(({ subject, sanction }) =>
      [subject, sanction].filter(one => one !== undefined && one !== null),
    );

  test("reads in the police feed what is to be carried out and how far it is", async () => {
    const answer = await hub.ask(ABOUT, { as, purpose: "SUPERVISION" });
    expect(answer.errors?.map(({ extensions }) => extensions?.code) ?? []).toEqual([]);
    expect(told(answer)).toContainEqual(
      expect.objectContaining({ id: expect.any(String), conduct: expect.any(String) }),
    );
  });

  test.each(PERSONS)("reads nothing of the person there, with a purpose or without: %s", async fields => {
    for (const question of [{ as }, { as, purpose: "SUPERVISION" as const }]) {
      const answer = await hub.ask(`{ policeChanges { nodes { kind ${fields} } } }`, question);
      const values = told(answer).flatMap(one => Object.values(one as object));
      expect(values.filter(value => value !== null)).toEqual([]);
      expect(new Set(answer.errors?.map(({ extensions }) => extensions?.code))).toEqual(
        new Set(["FORBIDDEN"]),
      );
    }
  });

  test("reads what kind of flags a carrier has, not whose they are nor what was written of them", async () => {
    const { data } = await hub.ask(
      `{ abnormalFlags(carrier: "C01") { nodes { kind status evidence note line { id } } } }`,
      { as, purpose: "SUPERVISION" },
    );
    for (const flag of data?.abnormalFlags?.nodes ?? [])
      expect(flag).toMatchObject({ kind: expect.any(String), evidence: null, note: null, line: null });
  });
});
