import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import type { WorldDocument } from "../../../scripts/seed/worldModel";
import { eachStore } from "../../support/databases";
import { bank, createPoliceHub, officer, type PoliceHub } from "./policeHub";
import { CASES, INVOLVEMENTS, OFFICERS, PEOPLE, person, uuid } from "./policeNames";
import { POLICE_WORLD } from "./policeWorld";

const OPEN = `mutation ($input: OpenCaseInput!) { openCase(input: $input) {
  number title status openedOn lead officers stages { name } authority { code }
  involvements { nodes { id standing role confirmedAt subject { id } } } } }`;
const CLOSE = `mutation ($input: CloseCaseInput!) { closeCase(input: $input) { status closedOn } }`;
const ADD = `mutation ($input: CaseSubjectInput!) { addCaseSubject(input: $input) {
  id standing role confirmedAt subject { id } case { number } } }`;
const CONFIRM = `mutation ($input: ConfirmCaseSubjectInput!) { confirmCaseSubject(input: $input) { id confirmedAt } }`;
const ASSIGN = `mutation ($input: AssignOfficersInput!) { assignOfficers(input: $input) { lead officers } }`;
const STAGE = `mutation ($input: RecordCaseStageInput!) { recordCaseStage(input: $input) { stages { name enteredOn ageDays } } }`;
const RELEASE = `mutation ($input: ReleaseLookupsInput!) { releaseLookups(input: $input) { number } }`;
const VERDICT = `query ($reference: String!, $ids: [ID!]!) {
  policyVerdict(policy: "purpose_bound", purpose: "CASE", reference: $reference, subjectIds: $ids) }`;

const { investigator, lead } = OFFICERS;
const NEWCOMER = person(11);

eachStore("police", open => {
  let hub: PoliceHub;
  let cases = 0;
  beforeAll(async () => {
    hub = await createPoliceHub(await open());
    await hub.write(POLICE_WORLD);
  });

  const documentOf = (document: WorldDocument) => ({ ...document, token: hub.tokenOf(document) });
  const opening = (rest: Record<string, unknown> = {}) => ({
    number: `A110199-2026-1${++cases}`,
    title: "Cards sold at the station",
    lead,
    assignedOfficers: [investigator],
    subjects: [documentOf(PEOPLE.clean)],
    ...rest,
  });
  const openCase = async (rest: Record<string, unknown> = {}, claims = officer()) =>
    (await hub.ask(claims, OPEN, { input: opening(rest) })).data.openCase;
  const isPurpose = async (reference: string, document: WorldDocument, claims = officer()) =>
    (await hub.ask(claims, VERDICT, { reference, ids: [hub.tokenOf(document)] })).data.policyVerdict[0];
  const outboxKinds = async (caseNumber: string) => {
    const { rows } = await sql<{
      kind: string;
    }>`select kind from police.outbox where case_number = ${caseNumber}
      order by position`.execute(hub.database.db);
    return rows.map(row => row.kind);
  };

  describe("opening a case", () => {
    test.each<[string, Record<string, unknown>, string]>([
      ["with a number of another form", { number: "x" }, "BAD_INPUT"],
      ["with another's SQL in its number", { number: "A'; drop table police.case_file; --" }, "BAD_INPUT"],
      ["with a number of another organ, taken or not", { number: CASES.others }, "BAD_INPUT"],
      ["with a number that the organ has used", { number: CASES.own }, "BAD_INPUT"],
      ["without a title", { title: " " }, "BAD_INPUT"],
      ["with a NUL in the title", { title: "a\u0000b" }, "BAD_INPUT"],
      ["led by nobody that can exist", { lead: "somebody" }, "BAD_INPUT"],
      ["for others alone", { assignedOfficers: ["police/other"] }, "BAD_INPUT"],
      ["with a person whom the gateway gave no token", { subjects: [{ ...PEOPLE.clean }] }, "BAD_INPUT"],
      ["with a token of another form", { subjects: [{ ...PEOPLE.clean, token: "x" }] }, "BAD_INPUT"],
      [
        "with a document number that cannot be one",
        { subjects: [{ type: "RESIDENT_ID", number: "990101199001010109", token: `1${"a".repeat(43)}` }] },
        "INVALID_DOCUMENT",
      ],
    ])("%s is refused, and no case is there", async (_what, rest, code) => {
      const input = opening(rest);
      const answer = await hub.ask(officer(), OPEN, { input });
      expect(answer.code).toBe(code);
      expect(await outboxKinds(input.number)).toEqual([]);
    });

    test("a bank, even one whose token says case:write, is refused", async () => {
      expect((await hub.ask(bank(), OPEN, { input: opening() })).code).toBe("FORBIDDEN");
      const claims = officer(investigator, { kind: "BANK", institution: "102" });
      expect((await hub.ask(claims, OPEN, { input: opening() })).code).toBe("FORBIDDEN");
    });

    test("the people named with it are in it, and are nobody's purpose yet", async () => {
      const opened = await openCase({ subjects: [documentOf(PEOPLE.clean), documentOf(PEOPLE.clean)] });
      expect(opened).toMatchObject({
        status: "OPEN",
        openedOn: "2026-11-24",
        lead,
        stages: [{ name: "FILED" }],
        authority: { code: "A110199" },
      });
      expect(opened.officers.sort()).toEqual([investigator, lead]);
      expect(opened.involvements.nodes).toEqual([
        {
          id: expect.any(String),
          standing: "LEAD",
          role: "HOLDER",
          confirmedAt: null,
          subject: { id: hub.tokenOf(PEOPLE.clean) },
        },
      ]);
      expect(await isPurpose(opened.number, PEOPLE.clean)).toBe(false);
      expect(await outboxKinds(opened.number)).toEqual(["CASE_OPENED"]);
    });

    test("of two at once with one number, one is opened", async () => {
      const number = "A110199-2026-777";
      const answers = await Promise.all(
        [1, 2, 3].map(() => hub.ask(officer(), OPEN, { input: opening({ number }) })),
      );
      expect(answers.map(answer => answer.code).sort()).toEqual(["BAD_INPUT", "BAD_INPUT", undefined]);
    });
  });

  describe("a stranger", () => {
    test.each<[string, string, Record<string, unknown>]>([
      ["closes it", CLOSE, { number: CASES.others, reason: "r" }],
      ["adds to it", ADD, { caseNumber: CASES.others, role: "HOLDER", reason: "r" }],
      ["confirms in it", CONFIRM, { involvementId: INVOLVEMENTS.others, confirmed: true }],
      ["takes it over", ASSIGN, { caseNumber: CASES.others, lead: investigator }],
      ["moves it on", STAGE, { caseNumber: CASES.others, stage: "TRIAL", enteredOn: "2026-11-24" }],
    ])("who %s is told the same as for a case that is not there", async (_what, mutation, input) => {
      const full = mutation === ADD ? { ...input, document: documentOf(PEOPLE.clean) } : input;
      const invented = Object.fromEntries(
        Object.entries(full).map(([key, value]) => [
          key,
          value === CASES.others ? "A220100-2026-999" : value === INVOLVEMENTS.others ? uuid(999) : value,
        ]),
      );
      const answer = await hub.ask(officer(), mutation, { input: full });
      expect(answer.code).toBe("NOT_FOUND");
      expect(answer).toEqual(await hub.ask(officer(), mutation, { input: invented }));
    });
  });

  describe("stages", () => {
    const record = (caseNumber: string, stage: string, enteredOn: string) =>
      hub.ask(officer(), STAGE, { input: { caseNumber, stage, enteredOn } });

    test("only go forward, from the day of the stage before to today", async () => {
      const { number } = await openCase();
      expect((await record(number, "TRIAL", "2026-11-25")).code).toBe("BAD_INPUT");
      expect((await record(number, "TRIAL", "2026-11-23")).code).toBe("BAD_INPUT");
      expect((await record(number, "PROSECUTION", "2026-11-24")).code).toBeUndefined();
      const back = await record(number, "INVESTIGATION", "2026-11-24");
      expect(back.code).toBe("INVALID_TRANSITION");
      expect(back.message).toContain("PROSECUTION");
      expect((await record(number, "PROSECUTION", "2026-11-24")).code).toBe("INVALID_TRANSITION");
      const { data } = await record(number, "JUDGED", "2026-11-24");
      expect(data.recordCaseStage.stages).toEqual(
        ["FILED", "PROSECUTION", "JUDGED"].map(name => ({ name, enteredOn: "2026-11-24", ageDays: 0 })),
      );
    });
  });

  describe("closing a case", () => {
    test("needs a reason and ends it as a purpose; nothing is changed in it afterwards", async () => {
      const { number, involvements } = await openCase();
      await hub.ask(officer(lead), CONFIRM, {
        input: { involvementId: involvements.nodes[0].id, confirmed: true },
      });
      expect(await isPurpose(number, PEOPLE.clean)).toBe(true);
      const close = (reason: string, by: string = lead) =>
        hub.ask(officer(by), CLOSE, { input: { number, reason } });
      expect((await close("")).code).toBe("BAD_INPUT");
      expect((await close("Mine no more.", investigator)).code).toBe("FORBIDDEN");
      expect(await isPurpose(number, PEOPLE.clean)).toBe(true);
      expect((await close("Judged.")).data.closeCase).toEqual({ status: "CLOSED", closedOn: "2026-11-24" });
      expect(await isPurpose(number, PEOPLE.clean)).toBe(false);
      for (const [mutation, input] of [
        [CLOSE, { number, reason: "again" }],
        [STAGE, { caseNumber: number, stage: "TRIAL", enteredOn: "2026-11-24" }],
        [ADD, { caseNumber: number, document: documentOf(PEOPLE.lifted), role: "HOLDER", reason: "r" }],
      ] as const) {
        const answer = await hub.ask(officer(lead), mutation, { input });
        expect(answer.code).toBe("INVALID_TRANSITION");
        expect(answer.message).toContain("CLOSED");
      }
    });
  });

  describe("somebody whom a number led to, put into a case by token", () => {
    const add = async (rest: Record<string, unknown>) => {
      const input = { caseNumber: CASES.own, role: "HOLDER", reason: "Found by number.", ...rest };
      return hub.ask(officer(), ADD, { input });
    };
    const keptOf = async (id: string) => {
      const { rows } = await sql`select kind from police.subject where id = ${id}`.execute(hub.database.db);
      return rows;
    };

    test("is answered alike, whether or not anybody has the token, and is nobody's purpose yet", async () => {
      const { lifted } = PEOPLE;
      for (const subjectId of [hub.tokenOf(lifted), `1${randomBytes(32).toString("base64url")}`]) {
        const { data, code } = await add({ subjectId });
        expect(code).toBeUndefined();
        expect(data.addCaseSubject).toMatchObject({
          standing: "LEAD",
          confirmedAt: null,
          subject: { id: subjectId },
        });
      }
      expect(await isPurpose(CASES.own, lifted)).toBe(false);
    });

    test("is known whole as soon as their document comes", async () => {
      const id = hub.tokenOf(NEWCOMER);
      await add({ subjectId: id });
      expect(await keptOf(id)).toEqual([]);
      expect((await add({ document: documentOf(NEWCOMER) })).code).toBeUndefined();
      expect(await keptOf(id)).toEqual([{ kind: "PERSON" }]);
    });

    test.each<[string, Record<string, unknown>]>([
      ["nobody", {}],
      ["a text that is no token", { subjectId: "990101199001010109" }],
    ])("cannot be %s", async (_who, named) => {
      expect((await add(named)).code).toBe("BAD_INPUT");
    });

    test("cannot be named by a document as well", async () => {
      const document = documentOf(PEOPLE.clean);
      expect((await add({ document, subjectId: document.token })).code).toBe("BAD_INPUT");
    });
  });

  describe("looks are released", () => {
    const [first, second] = [person(21), person(22)];
    const told = async (number: string) => {
      const { rows } = await sql<{ people: string[] }>`select payload -> 'subjectIds' as people
        from police.outbox where case_number = ${number} and payload ->> 'kind' = 'LOOKUPS_RELEASED'
        order by position`.execute(hub.database.db);
      return rows.map(row => row.people);
    };
    const confirm = async (
      opened: { involvements: { nodes: readonly { id: string; subject: { id: string } }[] } },
      document: WorldDocument,
      confirmed: boolean,
    ) => {
      const found = opened.involvements.nodes.find(({ subject }) => subject.id === hub.tokenOf(document));
      const input = { involvementId: found?.id, confirmed };
      expect((await hub.ask(officer(lead), CONFIRM, { input })).code).toBeUndefined();
    };
    const release = (caseNumber: string) => hub.ask(officer(lead), RELEASE, { input: { caseNumber } });
    const close = (number: string) => hub.ask(officer(lead), CLOSE, { input: { number, reason: "Judged." } });

    test("by the lead or the end of the case, to the people confirmed in it and to nobody else", async () => {
      const opened = await openCase({ subjects: [first, second, PEOPLE.sanctioned].map(documentOf) });
      await confirm(opened, first, true);
      await confirm(opened, second, true);
      await confirm(opened, second, false);
      expect((await release(opened.number)).code).toBeUndefined();
      expect(await told(opened.number)).toEqual([[hub.tokenOf(first)]]);
      await confirm(opened, first, false);
      expect((await close(opened.number)).code).toBeUndefined();
      expect(await told(opened.number)).toEqual([[hub.tokenOf(first)]]);
    });

    test("to nobody whom another open case would have warned, until that one is closed too", async () => {
      const subjects = [first, second].map(documentOf);
      const [one, other] = [await openCase({ subjects }), await openCase({ subjects })];
      for (const document of [first, second]) await confirm(one, document, true);
      await confirm(other, first, true);
      await release(one.number);
      await close(one.number);
      expect(await told(one.number)).toEqual([[hub.tokenOf(second)], [hub.tokenOf(second)]]);
      await close(other.number);
      expect(await told(one.number)).toContainEqual([hub.tokenOf(first)]);
      expect(await told(other.number)).toEqual([[hub.tokenOf(first)]]);
    });
  });

  test("when the outbox cannot be written, the change is not there either", async () => {
    await sql`alter table police.outbox rename to outbox_away`.execute(hub.database.db);
    const input = opening();
    const answer = await hub.ask(officer(), OPEN, { input });
    await sql`alter table police.outbox_away rename to outbox`.execute(hub.database.db);
    expect(answer.code).toBe("INTERNAL");
    expect(answer.message).not.toMatch(/outbox|relation/);
    expect((await hub.ask(officer(), `{ case(number: "${input.number}") { title } }`)).data.case).toBeNull();
    expect((await hub.ask(officer(), OPEN, { input })).code).toBeUndefined();
  });
});
