import { sql } from "kysely";
import type { WorldDocument } from "../../../scripts/seed/worldModel";
import { eachStore } from "../../support/databases";
import { createPoliceHub, officer, type PoliceHub } from "./policeHub";
import { INVOLVEMENTS, NOW, OFFICERS, PEOPLE } from "./policeNames";
import { POLICE_WORLD } from "./policeWorld";

const OPEN = `mutation ($input: OpenCaseInput!) { openCase(input: $input) {
  number title status openedOn lead officers stages { name } authority { code }
  involvements { nodes { id standing role confirmedAt subject { id } } } } }`;
const ADD = `mutation ($input: CaseSubjectInput!) { addCaseSubject(input: $input) {
  id standing role confirmedAt subject { id } case { number } } }`;
const CONFIRM = `mutation ($input: ConfirmCaseSubjectInput!) { confirmCaseSubject(input: $input) { id confirmedAt } }`;
const ASSIGN = `mutation ($input: AssignOfficersInput!) { assignOfficers(input: $input) { lead officers } }`;
const VERDICT = `query ($reference: String!, $ids: [ID!]!) {
  policyVerdict(policy: "purpose_bound", purpose: "CASE", reference: $reference, subjectIds: $ids) }`;

const { investigator, lead, stranger } = OFFICERS;

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

  describe("confirming a person", () => {
    const add = async (caseNumber: string, claims = officer()) =>
      (
        await hub.ask(claims, ADD, {
          input: {
            caseNumber,
            document: documentOf(PEOPLE.lifted),
            role: "PERPETRATOR",
            reason: "Seen at the till.",
          },
        })
      ).data.addCaseSubject;
    const confirm = (involvementId: string, claims: ReturnType<typeof officer>, confirmed = true) =>
      hub.ask(claims, CONFIRM, { input: { involvementId, confirmed } });

    test("is the lead's alone: the officer who added them is refused, and they stay unconfirmed", async () => {
      const { number } = await openCase();
      const added = await add(number);
      expect(added).toMatchObject({
        standing: "LEAD",
        role: "PERPETRATOR",
        confirmedAt: null,
        case: { number },
      });
      expect((await confirm(added.id, officer())).code).toBe("FORBIDDEN");
      expect(await isPurpose(number, PEOPLE.lifted)).toBe(false);
    });

    test("is refused to a lead who added the person; a new lead can", async () => {
      const { number } = await openCase();
      const added = await add(number, officer(lead));
      expect((await confirm(added.id, officer(lead))).code).toBe("FORBIDDEN");
      await hub.ask(officer(lead), ASSIGN, { input: { caseNumber: number, lead: investigator } });
      expect((await confirm(added.id, officer(lead))).code).toBe("FORBIDDEN");
      expect((await confirm(added.id, officer())).code).toBeUndefined();
      expect(await isPurpose(number, PEOPLE.lifted)).toBe(true);
    });

    test("is refused for what is withdrawn", async () => {
      const withdrawn = await confirm(INVOLVEMENTS.withdrawn, officer(lead));
      expect(withdrawn.code).toBe("INVALID_TRANSITION");
      expect(withdrawn.message).toContain("WITHDRAWN");
    });

    test("makes the case a purpose for them, until it is taken back", async () => {
      const { number } = await openCase();
      const added = await add(number);
      const answer = await confirm(added.id, officer(lead));
      expect(answer.data.confirmCaseSubject).toEqual({ id: added.id, confirmedAt: NOW.toISOString() });
      expect(await isPurpose(number, PEOPLE.lifted)).toBe(true);
      expect(await isPurpose(number, PEOPLE.lifted, officer(stranger))).toBe(false);
      await confirm(added.id, officer(lead), false);
      expect(await isPurpose(number, PEOPLE.lifted)).toBe(false);
      expect(await outboxKinds(number)).toHaveLength(4);
    });

    test("of a person put in by somebody else does not count for the same person put in by the lead", async () => {
      const { number } = await openCase();
      const byLead = await add(number, officer(lead));
      const byOfficer = await add(number);
      expect((await confirm(byOfficer.id, officer(lead))).code).toBeUndefined();
      expect((await confirm(byLead.id, officer(lead))).code).toBe("FORBIDDEN");
    });
  });

  describe("assigning officers", () => {
    const assign = (claims: ReturnType<typeof officer>, caseNumber: string, input: Record<string, unknown>) =>
      hub.ask(claims, ASSIGN, { input: { caseNumber, ...input } });

    test.each<[string, Record<string, unknown>]>([
      ["the lead removed", { remove: [lead] }],
      ["a new lead named and removed at once", { lead: investigator, remove: [investigator] }],
      ["the lead leaving while handing over", { lead: investigator, remove: [lead] }],
      ["an officer added and removed at once", { add: ["police/x"], remove: ["police/x"] }],
      ["an officer of no form", { add: ["x"] }],
    ])("with %s is refused", async (_what, input) => {
      const { number } = await openCase();
      expect((await assign(officer(lead), number, input)).code).toBe("BAD_INPUT");
      const { data } = await assign(officer(lead), number, {});
      expect(data.assignOfficers.lead).toBe(lead);
      expect(data.assignOfficers.officers.sort()).toEqual([investigator, lead]);
    });

    test("is refused to an officer who does not lead", async () => {
      const { number } = await openCase();
      expect((await assign(officer(), number, { lead: investigator })).code).toBe("FORBIDDEN");
    });

    test("lets an officer in, and out again with nothing left to see", async () => {
      const { number } = await openCase();
      await assign(officer(lead), number, { add: ["police/new"] });
      const look = (claims: ReturnType<typeof officer>) =>
        hub.ask(claims, `{ case(number: "${number}") { lead } }`);
      expect((await look(officer("police/new"))).data.case).toEqual({ lead });
      await assign(officer(lead), number, { remove: ["police/new"] });
      expect((await look(officer("police/new"))).data.case).toBeNull();
    });

    test("by two leads at once never leaves two, or none", async () => {
      const { number } = await openCase();
      const answers = await Promise.all([
        assign(officer(lead), number, { lead: investigator }),
        assign(officer(lead), number, { lead: "police/new" }),
      ]);
      expect(answers.map(answer => answer.code).sort()).toEqual(["FORBIDDEN", undefined]);
    });
  });
});
