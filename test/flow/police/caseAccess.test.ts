import { AnswerState } from "../../../subgraphs/shared/types/enums";
import { eachStore } from "../../support/databases";
import { bank, createPoliceHub, officer, type PoliceHub } from "./policeHub";
import {
  ACCOUNT,
  CASES,
  INVOLVEMENTS,
  LINE_NUMBER,
  OFFICERS,
  PEOPLE,
  SANCTIONS,
  STOP_PAYMENTS,
  uuid,
} from "./policeNames";
import { POLICE_WORLD } from "./policeWorld";

const CASE = `query ($number: ID!) { case(number: $number) {
  number title status officers lead authority { code level } stages { name enteredOn ageDays }
  involvements { nodes { id } } surrenders { surrenderedOn insideWindow finding { article } }
  stopPayments { id sequence account { id } } } }`;
const INVOLVED = `query ($id: ID!) { subjectById(id: $id) { involvements { id case { number } } policeCoverage { state } } }`;

eachStore("police", open => {
  let hub: PoliceHub;
  beforeAll(async () => {
    hub = await createPoliceHub(await open());
    await hub.write(POLICE_WORLD);
  });

  const entity = (type: string, key: Record<string, unknown>, selection: string, claims = officer()) =>
    hub.ask(
      claims,
      `query ($r: [_Any!]!) { _entities(representations: $r) { ... on ${type} { ${selection} } } }`,
      {
        r: [{ __typename: type, ...key }],
      },
    );

  test("an officer who asks for a stranger's case gets exactly what one who invents a number gets", async () => {
    const strangers = await hub.ask(officer(), CASE, { number: CASES.others });
    const invented = await hub.ask(officer(), CASE, { number: "A220100-2026-999" });
    expect(strangers).toEqual({ data: { case: null }, code: undefined, message: undefined });
    expect(strangers).toEqual(invented);
  });

  test.each([
    ["a case by its key", "Case", { number: CASES.others }, "title"],
    ["an involvement by its key", "Involvement", { id: INVOLVEMENTS.others }, "role"],
    ["a stop-payment by its key", "StopPayment", { id: STOP_PAYMENTS.others }, "sequence"],
  ])(
    "a stranger's rows are absent on the road over entities too: %s",
    async (_what, type, key, selection) => {
      const answer = await entity(type, key, selection);
      expect(answer.data).toEqual({ _entities: [null] });
      expect(answer.code).toBeUndefined();
    },
  );

  test("a person's involvements in other officers' cases are absent, and nothing tells that there are any", async () => {
    const id = hub.tokenOf(PEOPLE.ofAnotherCase);
    const answer = await hub.ask(officer(), INVOLVED, { id });
    expect(answer.data.subjectById).toEqual({
      involvements: [],
      policeCoverage: [{ state: AnswerState.NONE }],
    });
    const shared = await hub.ask(officer(), INVOLVED, { id: hub.tokenOf(PEOPLE.confirmed) });
    expect(shared.data.subjectById.involvements).toEqual([
      { id: INVOLVEMENTS.confirmed, case: { number: CASES.own } },
    ]);
  });

  test("a line's and an account's involvements show the officer's own cases alone", async () => {
    const line = await entity("PhoneLine", { number: LINE_NUMBER }, "lineInvolvements { id }");
    expect(line.data._entities).toEqual([{ lineInvolvements: [{ id: INVOLVEMENTS.line }] }]);
    const account = await entity(
      "Account",
      { id: hub.accountId(ACCOUNT.institution, ACCOUNT.number) },
      "accountInvolvements { id account { id } recognisedBy { code } }",
    );
    expect(account.data._entities[0].accountInvolvements).toEqual([
      {
        id: INVOLVEMENTS.account,
        account: { id: hub.accountId(ACCOUNT.institution, ACCOUNT.number) },
        recognisedBy: { code: "A110100" },
      },
    ]);
  });

  test("a sanction, a tip and an indicator that hang on a stranger's case do not name it", async () => {
    const sanction = await entity("Sanction", { id: SANCTIONS.objected }, "id case { number }");
    expect(sanction.data._entities).toEqual([{ id: SANCTIONS.objected, case: null }]);
    const tips = await hub.ask(officer(), `{ tips { nodes { id case { number } } } }`);
    expect(tips.data.tips.nodes).toEqual([
      { id: uuid(902), case: null },
      { id: uuid(901), case: null },
    ]);
    const indicators = await hub.ask(officer(), `{ indicators { nodes { case { number } } } }`);
    expect(indicators.data.indicators.nodes).toEqual([{ case: null }, { case: { number: CASES.own } }]);
  });

  test("a bank that asks for a case, or for a person's involvements, is refused", async () => {
    expect((await hub.ask(bank(), CASE, { number: CASES.own })).code).toBe("FORBIDDEN");
    expect((await hub.ask(bank(), INVOLVED, { id: hub.tokenOf(PEOPLE.confirmed) })).code).toBe("FORBIDDEN");
  });

  test("an assigned officer sees the whole case", async () => {
    const { data } = await hub.ask(officer(), CASE, { number: CASES.own });
    expect(data.case).toMatchObject({
      number: CASES.own,
      status: "OPEN",
      lead: OFFICERS.lead,
      authority: { code: "A110199", level: "COUNTY" },
      stages: [
        { name: "FILED", enteredOn: "2026-10-01", ageDays: 10 },
        { name: "INVESTIGATION", enteredOn: "2026-10-11", ageDays: 44 },
      ],
      surrenders: [{ surrenderedOn: "2021-01-15", insideWindow: true, finding: { article: "N20-1" } }],
      stopPayments: [
        { id: STOP_PAYMENTS.own, sequence: 1, account: { id: hub.accountId("102", ACCOUNT.number) } },
      ],
    });
    expect(data.case.officers.sort()).toEqual([OFFICERS.investigator, OFFICERS.lead]);
    expect(data.case.involvements.nodes).toHaveLength(5);
  });

  test("the lead is assigned, whether or not the list of officers names them", async () => {
    const { data } = await hub.ask(officer(OFFICERS.lead), CASE, { number: CASES.own });
    expect(data.case.number).toBe(CASES.own);
  });

  test("an involved line's number is read back from its sealed form, for the officers of the case", async () => {
    const answer = await entity(
      "Involvement",
      { id: INVOLVEMENTS.line },
      "line { number } subject { id } account { id }",
    );
    expect(answer.data._entities).toEqual([{ line: { number: LINE_NUMBER }, subject: null, account: null }]);
  });

  test("a case's involvements come page by page, each once, in the order they were marked", async () => {
    const page = `query ($after: String) { case(number: "${CASES.own}") {
      involvements(first: 2, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } } }`;
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { data } = await hub.ask(officer(), page, { after });
      seen.push(...data.case.involvements.nodes.map((node: { id: string }) => node.id));
      after = data.case.involvements.pageInfo.hasNextPage ? data.case.involvements.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual([101, 102, 103, 105, 104].map(uuid));
  });

  test.each([
    ["a page of nothing", "first: 0", "BAD_INPUT"],
    ["a page without end", "first: 100000", "LIMIT_EXCEEDED"],
    ["a cursor of one's own making", `after: "bm9wZQ"`, "BAD_INPUT"],
    [
      "a cursor with another list's values",
      `after: "${Buffer.from('["x",1]').toString("base64url")}"`,
      "BAD_INPUT",
    ],
  ])("%s is refused", async (_what, args, code) => {
    const answer = await hub.ask(
      officer(),
      `{ case(number: "${CASES.own}") { involvements(${args}) { nodes { id } } } }`,
    );
    expect(answer.code).toBe(code);
  });

  describe("the list of cases", () => {
    const numbers = async (args: string, claims = officer()) =>
      (await hub.ask(claims, `{ cases${args} { nodes { number } } }`)).data.cases.nodes.map(
        (node: { number: string }) => node.number,
      );

    test.each(["", "(mine: false)"])(
      "holds the officer's own cases alone, newest first: cases%s",
      async args => {
        expect(await numbers(args)).toEqual([CASES.own, CASES.closed]);
        expect(await numbers(args, officer(OFFICERS.stranger))).toEqual([CASES.others]);
        expect(await numbers(args, officer("police/nobody"))).toEqual([]);
      },
    );

    test("is cut down by status and age", async () => {
      expect(await numbers("(status: OPEN)")).toEqual([CASES.own]);
      expect(await numbers("(olderThanDays: 53)")).toEqual([CASES.own, CASES.closed]);
      expect(await numbers("(olderThanDays: 54)")).toEqual([CASES.closed]);
    });

    test("goes on where the page before ended", async () => {
      const first = await hub.ask(
        officer(),
        "{ cases(first: 1) { nodes { number } pageInfo { hasNextPage endCursor } } }",
      );
      expect(first.data.cases.pageInfo.hasNextPage).toBe(true);
      expect(await numbers(`(first: 1, after: "${first.data.cases.pageInfo.endCursor}")`)).toEqual([
        CASES.closed,
      ]);
    });
  });
});
