import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import type { WorldDocument } from "../../../scripts/seed/worldModel";
import { eachStore } from "../../support/databases";
import { bank, createPoliceHub, officer, type PoliceHub } from "./policeHub";
import { CASES, INVOLVEMENTS, NOW, OFFICERS, PEOPLE, uuid } from "./policeNames";
import { POLICE_WORLD } from "./policeWorld";

const VERDICT = `query ($policy: String!, $purpose: String!, $reference: String!, $ids: [ID!]!) {
  policyVerdict(policy: $policy, purpose: $purpose, reference: $reference, subjectIds: $ids) }`;

eachStore("police", open => {
  let hub: PoliceHub;
  beforeAll(async () => {
    hub = await createPoliceHub(await open());
    await hub.write(POLICE_WORLD);
  });

  interface Question {
    readonly policy?: string;
    readonly purpose?: string;
    readonly reference?: string;
    readonly people?: readonly WorldDocument[];
    readonly claims?: ReturnType<typeof officer>;
  }

  async function verdict({
    policy,
    purpose,
    reference,
    people = [],
    claims = officer(),
  }: Question): Promise<boolean[]> {
    const answer = await hub.ask(claims, VERDICT, {
      policy: policy ?? "purpose_bound",
      purpose: purpose ?? "CASE",
      reference: reference ?? CASES.own,
      ids: people.map(one => hub.tokenOf(one)),
    });
    return answer.data.policyVerdict;
  }

  const nobody = (): ReturnType<typeof officer> => officer("police/nobody");
  const { confirmed, unconfirmed, withdrawn, ofAnotherCase, ofClosedCase, clean } = PEOPLE;

  test.each<[string, Question]>([
    ["a person outside the case", { people: [clean] }],
    ["a person whom the lead has not confirmed", { people: [unconfirmed] }],
    ["a person who has been withdrawn", { people: [withdrawn] }],
    ["a person confirmed in another case", { people: [ofAnotherCase] }],
    ["a person of a closed case", { people: [ofClosedCase], reference: CASES.closed }],
    ["a confirmed person, for an officer who is not assigned", { people: [confirmed], claims: nobody() }],
    ["a confirmed person of a stranger's case", { people: [ofAnotherCase], reference: CASES.others }],
    ["a case that is not there", { people: [confirmed], reference: "A110199-2026-999" }],
    ["a case number with another's SQL in it", { people: [confirmed], reference: "' or '1'='1" }],
    ["a bank that gives a case as its purpose", { people: [confirmed], claims: bank() }],
    ["another purpose", { people: [confirmed], purpose: "ORDER" }],
    ["another policy", { people: [confirmed], policy: "own_person" }],
  ])("the case is no purpose for %s", async (_what, question) => {
    expect(await verdict(question)).toEqual([false]);
  });

  test("without people the verdict is on the case: open and assigned", async () => {
    expect(await verdict({})).toEqual([true]);
    expect(await verdict({ claims: nobody() })).toEqual([false]);
    expect(await verdict({ reference: CASES.closed })).toEqual([false]);
    expect(await verdict({ reference: CASES.others })).toEqual([false]);
  });

  test("each person has a verdict of their own, in the order asked", async () => {
    expect(await verdict({ people: [clean, confirmed, unconfirmed, confirmed] })).toEqual([
      false,
      true,
      false,
      true,
    ]);
  });

  test("the confirmed person is everybody's purpose who is assigned, the lead's too", async () => {
    expect(await verdict({ people: [confirmed], claims: officer(OFFICERS.lead) })).toEqual([true]);
  });

  test("the store itself refuses a person confirmed by whoever added them", async () => {
    const forged = sql`update police.involvement set confirmed_by = added_by, confirmed_at = ${NOW}
      where id = ${INVOLVEMENTS.unconfirmed}::uuid`;
    await expect(forged.execute(hub.database.db)).rejects.toThrow();
  });

  test("an import that holds such a confirmation is refused whole", async () => {
    const [own] = POLICE_WORLD.cases;
    const forged = {
      ...own!.involvements[1]!,
      id: uuid(199),
      confirmedBy: OFFICERS.investigator,
      confirmedAt: NOW.toISOString(),
    };
    const world = { ...POLICE_WORLD, cases: [{ ...own!, involvements: [forged] }] };
    await expect(hub.write(world)).rejects.toThrow(/not confirmed by the lead/);
  });

  describe("extended access", () => {
    const APPROVE = `mutation ($input: ApproveExtendedAccessInput!) { approveExtendedAccess(input: $input) {
      officer expiresAt case { number } } }`;
    const approve = (claims: ReturnType<typeof officer>, input: Record<string, unknown> = {}) =>
      hub.ask(claims, APPROVE, {
        input: {
          caseNumber: CASES.own,
          officer: OFFICERS.investigator,
          reason: "The money went on.",
          days: 30,
          ...input,
        },
      });
    const isExtended = async (claims = officer()) =>
      (await verdict({ policy: "extended_access", claims }))[0];

    test.each([
      ["an officer who is not the lead", officer(), {}, "FORBIDDEN"],
      ["a lead for themself", officer(OFFICERS.lead), { officer: OFFICERS.lead }, "FORBIDDEN"],
      [
        "the lead for an officer who is not on the case",
        officer(OFFICERS.lead),
        { officer: "police/nobody" },
        "BAD_INPUT",
      ],
      ["the lead without a reason", officer(OFFICERS.lead), { reason: "  " }, "BAD_INPUT"],
      ["the lead for no day", officer(OFFICERS.lead), { days: 0 }, "BAD_INPUT"],
      ["the lead for 31 days", officer(OFFICERS.lead), { days: 31 }, "BAD_INPUT"],
      ["a stranger", officer(OFFICERS.stranger), {}, "NOT_FOUND"],
    ])("cannot be approved by %s", async (_who, claims, input, code) => {
      expect((await approve(claims, input)).code).toBe(code);
      expect(await isExtended()).toBe(false);
    });

    test("reaches the officer named in it, in this case alone, until it runs out", async () => {
      const { data } = await approve(officer(OFFICERS.lead));
      expect(data.approveExtendedAccess).toEqual({
        officer: OFFICERS.investigator,
        expiresAt: "2026-12-24T04:00:00.000Z",
        case: { number: CASES.own },
      });
      expect(await isExtended()).toBe(true);
      expect(await isExtended(officer(OFFICERS.lead))).toBe(false);
      expect(await verdict({ policy: "extended_access", reference: CASES.closed })).toEqual([false]);
      // It lets an officer go further from a confirmed person, never start at an unconfirmed one.
      expect(await verdict({ people: [unconfirmed] })).toEqual([false]);
      hub.setNow(new Date("2026-12-24T04:00:00.000Z"));
      expect(await isExtended()).toBe(false);
      hub.setNow(NOW);
    });

    test("is over for an officer who has left the case", async () => {
      expect(await isExtended()).toBe(true);
      const remove = `mutation ($input: AssignOfficersInput!) { assignOfficers(input: $input) { officers } }`;
      await hub.ask(officer(OFFICERS.lead), remove, {
        input: { caseNumber: CASES.own, remove: [OFFICERS.investigator] },
      });
      expect(await isExtended()).toBe(false);
      expect(await verdict({ people: [confirmed] })).toEqual([false]);
    });
  });

  test("a token that nobody ever wrote down is simply not confirmed", async () => {
    const answer = await hub.ask(officer(OFFICERS.lead), VERDICT, {
      policy: "purpose_bound",
      purpose: "CASE",
      reference: CASES.own,
      ids: [`1${randomBytes(32).toString("base64url")}`, ""],
    });
    expect(answer.data.policyVerdict).toEqual([false, false]);
  });
});
