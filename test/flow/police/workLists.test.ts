import { sql } from "kysely";
import { ROLE_SCOPES } from "../../../schema/contract/scopes";
import { claimsOf } from "../../support/claims";
import { eachStore } from "../../support/databases";
import { authorityOfficer, bank, createPoliceHub, officer, self, type PoliceHub } from "./policeHub";
import { CASES, OFFICERS, PEOPLE, SANCTIONS, TIP_CONTENT, uuid } from "./policeNames";
import { POLICE_WORLD } from "./policeWorld";

eachStore("police", open => {
  let hub: PoliceHub;
  beforeAll(async () => {
    hub = await createPoliceHub(await open());
    await hub.write(POLICE_WORLD);
  });

  const regulator = () =>
    claimsOf({ kind: "TELECOM_REGULATOR", institution: null, scopes: ROLE_SCOPES["regulator-telecom"] });
  const idsOf = (rows: readonly { id: string }[]) => rows.map(row => row.id);

  test.each([
    ["a bank its visits", '{ visitPlan(region: "990100") { status } }', bank],
    ["a bank its patrols", '{ patrolRanking(region: "990100") { outletCode } }', bank],
    ["a bank its tips", "{ tips { nodes { id } } }", bank],
    ["a bank the indicators", "{ indicators { nodes { id } } }", bank],
    ["a bank the police feed", "{ policeChanges { nodes { sequence } } }", bank],
    [
      "an investigator the figures of organs",
      `{ sanctionFigures(from: "2020-01-01", to: "2026-01-01", by: CONDUCT) { key } }`,
      officer,
    ],
    ["a regulator a person", `{ subjectById(id: "x") { id } }`, regulator],
  ])("nobody shows %s", async (_what, query, claims) => {
    expect((await hub.ask(claims(), query)).code).toBe("FORBIDDEN");
  });

  describe("the visit plan", () => {
    test.each(["99010", "99010x", "", "9901000"])(
      "of a region that cannot be one (%p) is refused",
      async region => {
        const answer = await hub.ask(officer(), "query ($r: String!) { visitPlan(region: $r) { id } }", {
          r: region,
        });
        expect(answer.code).toBe("BAD_INPUT");
      },
    );

    test("holds what is not yet signed, of the region and all inside it, the longest planned first", async () => {
      const plan = async (region: string) =>
        idsOf((await hub.ask(officer(), `{ visitPlan(region: "${region}") { id } }`)).data.visitPlan);
      expect(await plan("990000")).toEqual([uuid(202), uuid(201)]);
      expect(await plan("990100")).toEqual([uuid(202), uuid(201)]);
      expect(await plan("990101")).toEqual([uuid(201)]);
      expect(await plan("880000")).toEqual([]);
    });

    test("leads to the person to be visited", async () => {
      const { data } = await hub.ask(
        officer(),
        `{ visitPlan(region: "990101") { plannedOn metOn subject { id } } }`,
      );
      expect(data.visitPlan).toEqual([
        { plannedOn: "2026-11-10", metOn: null, subject: { id: hub.tokenOf(PEOPLE.sanctioned) } },
      ]);
    });
  });

  test("outlets are ranked by involved cards, among equals the one never patrolled first", async () => {
    const { data } = await hub.ask(
      officer(),
      `{ patrolRanking(region: "990100") { outletCode involved lastPatrolledOn institution { name } } }`,
    );
    expect(data.patrolRanking).toEqual([
      {
        outletCode: "102-002",
        involved: 9,
        lastPatrolledOn: "2026-11-20",
        institution: { name: "华衡银行" },
      },
      { outletCode: "C01-001", involved: 3, lastPatrolledOn: null, institution: { name: "远讯通信" } },
      {
        outletCode: "102-001",
        involved: 3,
        lastPatrolledOn: "2026-11-01",
        institution: { name: "华衡银行" },
      },
    ]);
  });

  test("a tip in a case is read by the officers who work on it, and by no other", async () => {
    const read = async (id: string) => {
      const { data } = await hub.ask(
        officer(id),
        `{ tips(status: LINKED) { nodes { content case { number } } } }`,
      );
      return data.tips.nodes;
    };
    expect(await read(OFFICERS.investigator)).toEqual([{ content: null, case: null }]);
    expect(await read(OFFICERS.stranger)).toEqual([{ content: TIP_CONTENT, case: { number: CASES.others } }]);
  });

  test("tips come newest first, by status and page, their content read back from its sealed form", async () => {
    const { data } = await hub.ask(officer(), `{ tips { nodes { id content status rewardDue } } }`);
    expect(data.tips.nodes).toEqual([
      { id: uuid(902), content: "Nothing much.", status: "RECEIVED", rewardDue: false },
      { id: uuid(901), content: null, status: "LINKED", rewardDue: false },
    ]);
    const first = await hub.ask(
      officer(),
      `{ tips(first: 1) { nodes { id } pageInfo { hasNextPage endCursor } } }`,
    );
    expect(idsOf(first.data.tips.nodes)).toEqual([uuid(902)]);
    const after = first.data.tips.pageInfo.endCursor;
    const second = await hub.ask(
      officer(),
      `{ tips(first: 1, after: "${after}") { nodes { id } pageInfo { hasNextPage } } }`,
    );
    expect(second.data.tips).toEqual({ nodes: [{ id: uuid(901) }], pageInfo: { hasNextPage: false } });
  });

  test("indicators reach the carriers and their regulator, without the case behind them", async () => {
    const list = `{ indicators(status: BLOCKED) { nodes { id kind value } } }`;
    expect((await hub.ask(regulator(), list)).data.indicators.nodes).toEqual([
      { id: uuid(802), kind: "TROJAN", value: "app.example/x.apk" },
    ]);
    expect((await hub.ask(regulator(), `{ indicators { nodes { case { number } } } }`)).code).toBe(
      "FORBIDDEN",
    );
  });

  test.each([
    ["everywhere", "", [704, 703, 702, 701]],
    ["a district", `(region: "990101")`, [703, 702, 701]],
    ["another district of the province", `(region: "990201")`, [702, 701]],
    ["a city, with its districts", `(region: "990100")`, [703, 702, 701]],
    ["another province, with its cities", `(region: "880000")`, [704, 701]],
  ])("warnings for %s are everybody's to read, newest first", async (_where, args, expected) => {
    const { data } = await hub.ask(self("x".repeat(44)), `{ warnings${args} { id regions } }`);
    expect(idsOf(data.warnings)).toEqual(expected.map(uuid));
  });

  test("institutions are found by code, sector and region, and paged by code", async () => {
    const codes = async (args: string) =>
      (await hub.ask(bank(), `{ institutions${args} { code } }`)).data.institutions.map(
        (one: { code: string }) => one.code,
      );
    expect(await codes("")).toEqual(["102", "C01", "Z01"]);
    expect(await codes("(sector: TELECOM)")).toEqual(["C01"]);
    expect(await codes(`(region: "990000")`)).toEqual(["102", "C01"]);
    expect(await codes(`(first: 2, after: "102")`)).toEqual(["C01", "Z01"]);
    const one = await hub.ask(
      bank(),
      `{ institution(code: "Z01") { name sector region } none: institution(code: "?") { name } }`,
    );
    expect(one.data).toEqual({
      institution: { name: "汇云支付", sector: "PAYMENT", region: "880000" },
      none: null,
    });
  });

  describe("figures on sanctions", () => {
    const figures = (
      by: string,
      from = "2020-01-01",
      to = "2026-12-31",
      claims = authorityOfficer("A110100"),
    ) =>
      hub.ask(
        claims,
        `query ($from: Date!, $to: Date!, $by: FigureKey!) { sanctionFigures(from: $from, to: $to, by: $by) {
          key recognised lifted objections confirmed medianHoursToDecide medianHoursToRestore } }`,
        { by, from, to },
      );

    test("of a period that ends before it begins are refused", async () => {
      expect((await figures("CONDUCT", "2026-01-02", "2026-01-01")).code).toBe("BAD_INPUT");
    });

    test("are none to a bank, and to a regulator those with measures in its sector", async () => {
      const period = ["2020-01-01", "2026-12-31"] as const;
      const ofBank = await figures("AUTHORITY", ...period, bank());
      expect([ofBank.code, ofBank.data.sanctionFigures]).toEqual([undefined, null]);
      const financial = claimsOf({
        kind: "FINANCIAL_REGULATOR",
        institution: null,
        scopes: ROLE_SCOPES["regulator-financial"],
      });
      for (const [claims, recognised] of [
        [financial, 4],
        [regulator(), 0],
      ] as const) {
        const { data } = await figures("CONDUCT", ...period, claims);
        const counted = data.sanctionFigures.map((row: { recognised: number }) => row.recognised);
        expect(counted.reduce((sum: number, one: number) => sum + one, 0)).toBe(recognised);
      }
    });

    test("count what was recognised in the period and what became of it", async () => {
      expect((await figures("AUTHORITY")).data.sanctionFigures).toEqual([
        {
          key: "A110100",
          recognised: 3,
          lifted: 1,
          objections: 2,
          confirmed: 1,
          medianHoursToDecide: 48,
          medianHoursToRestore: 6,
        },
        {
          key: "A220100",
          recognised: 1,
          lifted: 0,
          objections: 0,
          confirmed: 0,
          medianHoursToDecide: null,
          medianHoursToRestore: null,
        },
      ]);
      expect((await figures("CONDUCT", "2021-11-23", "2021-11-23")).data.sanctionFigures).toMatchObject([
        { key: "ILLEGAL_SALE", recognised: 1 },
      ]);
    });

    test("by region take the organ's, by instrument each sanction once for each instrument", async () => {
      const keyed = async (by: string) =>
        Object.fromEntries(
          (await figures(by)).data.sanctionFigures.map((row: { key: string; recognised: number }) => [
            row.key,
            row.recognised,
          ]),
        );
      expect(await keyed("REGION")).toEqual({ "990100": 3, "880100": 1 });
      expect(await keyed("INSTRUMENT")).toEqual({ PERSONAL_CARD: 4, PHONE_CARD: 1 });
    });
  });

  test("everybody learns who they are to the hub", async () => {
    const me = `{ me { id view sector purposes scopes institution { name } authority { name level } } }`;
    expect((await hub.ask(officer(), me)).data.me).toMatchObject({
      id: "police/investigator",
      view: "police",
      sector: "POLICE",
      purposes: ["CASE"],
      institution: null,
      authority: { name: "分局", level: "COUNTY" },
    });
    expect((await hub.ask(bank(), me)).data.me).toMatchObject({
      view: "bank:102",
      sector: "BANKING",
      purposes: ["ACCOUNT_OPENING", "ONGOING_REVIEW", "ORDER"],
      institution: { name: "华衡银行" },
      authority: null,
    });
  });

  describe("the police feed", () => {
    beforeAll(async () => {
      const subjectId = hub.tokenOf(PEOPLE.sanctioned);
      await sql`insert into police.change (audience, sequence, at, kind, subject_id, sanction_id, warning_id) values
        ('police', 1, now(), 'MEASURE_IN_FORCE', ${subjectId}, ${SANCTIONS.active}::uuid, null),
        ('police', 2, now(), 'WARNING_PUBLISHED', null, null, ${uuid(701)}::uuid),
        ('regulator:telecom', 1, now(), 'WARNING_PUBLISHED', null, null, ${uuid(702)}::uuid)`.execute(
        hub.database.db,
      );
    });
    const FEED = `query ($after: String, $first: Int! = 100) { policeChanges(after: $after, first: $first) {
      nodes { sequence kind subject { id } sanction { id } warning { id } } pageInfo { hasNextPage endCursor } } }`;

    test("shows each audience its own sequence alone", async () => {
      const { data } = await hub.ask(regulator(), FEED);
      expect(data.policeChanges.nodes).toEqual([
        {
          sequence: "1",
          kind: "WARNING_PUBLISHED",
          subject: null,
          sanction: null,
          warning: { id: uuid(702) },
        },
      ]);
    });

    test("goes on where its reader stopped, and waits at the end with nothing", async () => {
      const first = await hub.ask(officer(), FEED, { first: 1 });
      expect(first.data.policeChanges).toEqual({
        nodes: [
          {
            sequence: "1",
            kind: "MEASURE_IN_FORCE",
            subject: { id: hub.tokenOf(PEOPLE.sanctioned) },
            sanction: { id: SANCTIONS.active },
            warning: null,
          },
        ],
        pageInfo: { hasNextPage: true, endCursor: expect.any(String) },
      });
      const second = await hub.ask(officer(), FEED, { after: first.data.policeChanges.pageInfo.endCursor });
      expect(second.data.policeChanges.nodes).toMatchObject([{ sequence: "2" }]);
      const end = await hub.ask(officer(), FEED, { after: second.data.policeChanges.pageInfo.endCursor });
      expect(end.data.policeChanges).toEqual({
        nodes: [],
        pageInfo: { hasNextPage: false, endCursor: null },
      });
    });

    test("refuses a cursor that it did not give, instead of starting anew", async () => {
      const after = Buffer.from(`["x"]`).toString("base64url");
      expect((await hub.ask(officer(), FEED, { after })).code).toBe("BAD_INPUT");
    });
  });
});
