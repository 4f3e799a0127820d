import { getNamedType, isInputObjectType, isLeafType, isObjectType, type GraphQLNamedType } from "graphql";
import { sql } from "kysely";
import { openInformant } from "../../../schema/contract/informantSeal";
import { ROLE_SCOPES } from "../../../schema/contract/scopes";
import { buildPoliceSchema } from "../../../subgraphs/police/schema";
import { claimsOf } from "../../support/claims";
import { eachStore } from "../../support/databases";
import { city, county, createLifeCycle, telecomRegulator, type LifeCycle } from "./lifeCycle";
import { bank, createPoliceHub, officer, type PoliceHub } from "./policeHub";
import { CASES, OFFICERS, PEOPLE, TIP_CONTENT, TODAY, uuid } from "./policeNames";
import { POLICE_WORLD } from "./policeWorld";

/** Every field that can be read of a type, whatever it is called, and of what hangs on it. */
function leavesBelow(type: GraphQLNamedType | undefined, depth: number): string {
  if (!isObjectType(type)) return "";
  const selected = Object.values(type.getFields()).map(({ name, type: inner }) => {
    if (isLeafType(getNamedType(inner))) return name;
    const below = depth === 0 ? "" : leavesBelow(getNamedType(inner), depth - 1);
    return below === "" ? "" : `${name} { ${below} }`;
  });
  return selected.filter(Boolean).join(" ");
}

const INFORMANT = { name: "钱不愿说", contact: "the red letter box" };

eachStore("police", open => {
  let hub: PoliceHub;
  let life: LifeCycle;
  beforeAll(async () => {
    hub = await createPoliceHub(await open());
    await hub.write(POLICE_WORLD);
    life = await createLifeCycle(hub);
  });
  beforeEach(() => life.newEvents());

  describe("a visit", () => {
    const visit = (rest: Record<string, unknown>, claims = officer()) =>
      life.act(claims, "recordVisit", { on: TODAY, ...rest });
    const plan = async () =>
      (await visit({ status: "PLANNED", document: life.documentOf(PEOPLE.clean) })).done.id as string;

    test("without a person, begun in the middle, or made tomorrow is refused", async () => {
      expect((await visit({ status: "PLANNED" })).code).toBe("BAD_INPUT");
      const document = life.documentOf(PEOPLE.clean);
      expect((await visit({ status: "MET", document })).code).toBe("INVALID_TRANSITION");
      expect((await visit({ visitId: uuid(999), status: "MET" })).code).toBe("NOT_FOUND");
      expect((await visit({ visitId: await plan(), status: "MET", on: "2026-11-25" })).code).toBe(
        "BAD_INPUT",
      );
      expect((await visit({ status: "PLANNED", document }, bank())).code).toBe("FORBIDDEN");
    });

    test("signed before the person was met is refused, naming its state", async () => {
      const visitId = await plan();
      const early = await visit({ visitId, status: "SIGNED", commitmentReference: "L-9" });
      expect(early.code).toBe("INVALID_TRANSITION");
      expect(early.message).toContain("PLANNED");
    });

    test("goes from the plan of the organ's region over the meeting to the signed letter", async () => {
      const visitId = await plan();
      const plans = async () => {
        const { data } = await hub.ask(officer(), `{ visitPlan(region: "990101") { id } }`);
        return data.visitPlan.map((one: { id: string }) => one.id);
      };
      expect(await plans()).toContain(visitId);
      expect((await visit({ visitId, status: "MET" })).done.metOn).toBe(TODAY);
      expect((await visit({ visitId, status: "SIGNED" })).code).toBe("BAD_INPUT");
      const signed = await visit({ visitId, status: "SIGNED", commitmentReference: "L-9" });
      expect(signed.done).toMatchObject({ status: "SIGNED", metOn: TODAY, commitmentReference: "L-9" });
      expect(await plans()).not.toContain(visitId);
      expect((await visit({ visitId, status: "REFUSED" })).code).toBe("INVALID_TRANSITION");
    });
  });

  test("a patrol moves its outlet down the ranking; an older one moves no day back", async () => {
    const patrol = (patrolledOn: string, outletCode = "C01-001") =>
      life.act(officer(), "recordPatrol", { outletCode, patrolledOn, findings: "Nothing." });
    expect((await patrol(TODAY, "none")).code).toBe("NOT_FOUND");
    expect((await patrol("2026-11-25")).code).toBe("BAD_INPUT");
    expect((await patrol(TODAY)).done).toEqual({
      outletCode: "C01-001",
      involved: 3,
      lastPatrolledOn: TODAY,
    });
    expect((await patrol("2026-10-01")).done.lastPatrolledOn).toBe(TODAY);
    const { data } = await hub.ask(officer(), `{ patrolRanking(region: "990100") { outletCode } }`);
    expect(data.patrolRanking.at(-1).outletCode).toBe("C01-001");
  });

  describe("a tip", () => {
    const give = (rest: Record<string, unknown> = {}, claims = officer()) =>
      life.act(claims, "recordTip", { content: TIP_CONTENT, ...rest });
    const resolve = (tipId: string, status: string, rest: Record<string, unknown> = {}, by = officer()) =>
      life.act(by, "resolveTip", { tipId, status, rewardDue: false, ...rest });

    test("to a stranger's case, without words, or from a bank is refused", async () => {
      expect((await give({ caseNumber: CASES.others })).code).toBe("NOT_FOUND");
      expect((await give({ content: " " })).code).toBe("BAD_INPUT");
      expect((await give({}, bank())).code).toBe("FORBIDDEN");
    });

    test("goes through its states, each refusal naming the one it is in", async () => {
      const { done } = await give({ subject: life.documentOf(PEOPLE.clean) });
      expect(done).toMatchObject({ status: "RECEIVED", content: TIP_CONTENT });
      expect((await resolve(done.id, "REWARDED")).message).toContain("RECEIVED");
      expect((await resolve(done.id, "LINKED")).code).toBe("BAD_INPUT");
      expect((await resolve(done.id, "LINKED", { caseNumber: CASES.others })).code).toBe("NOT_FOUND");
      expect((await resolve(done.id, "UNFOUNDED", { rewardDue: true })).code).toBe("BAD_INPUT");
      const linked = await resolve(done.id, "LINKED", { caseNumber: CASES.own, rewardDue: true });
      expect(linked.done).toMatchObject({ status: "LINKED", rewardDue: true, case: { number: CASES.own } });
      expect((await resolve(done.id, "REWARDED")).done).toMatchObject({
        status: "REWARDED",
        rewardDue: false,
      });
      expect((await resolve(done.id, "UNFOUNDED")).code).toBe("INVALID_TRANSITION");
      expect((await resolve(uuid(999), "LINKED")).code).toBe("NOT_FOUND");
    });

    test("in a case is taken further by the officers who work on it, and by no other", async () => {
      const { done } = await give();
      const linked = { caseNumber: CASES.own, rewardDue: true };
      expect((await resolve(done.id, "LINKED", linked, officer(OFFICERS.stranger))).code).toBe("NOT_FOUND");
      expect((await resolve(done.id, "LINKED", linked)).done.status).toBe("LINKED");
      for (const status of ["REWARDED", "UNFOUNDED", "LINKED"])
        expect((await resolve(done.id, status, {}, officer(OFFICERS.stranger))).code).toBe("NOT_FOUND");
      expect((await resolve(done.id, "REWARDED", {}, officer(OFFICERS.lead))).done.status).toBe("REWARDED");
    });

    test("is rewarded by those who worked on its case also after that was closed", async () => {
      const caseNumber = await life.openCaseOn(TODAY);
      const { done } = await give({}, city());
      await resolve(done.id, "LINKED", { caseNumber, rewardDue: true }, city());
      await life.act(officer(OFFICERS.lead), "closeCase", { number: caseNumber, reason: "Judged." });
      expect((await resolve(done.id, "REWARDED")).code).toBe("NOT_FOUND");
      expect((await resolve(done.id, "REWARDED", {}, city())).done.status).toBe("REWARDED");
    });

    test("is not rewarded unless a reward was due", async () => {
      const { done } = await give({ caseNumber: CASES.own });
      expect(done.status).toBe("LINKED");
      expect((await resolve(done.id, "REWARDED")).code).toBe("INVALID_TRANSITION");
    });
  });

  describe("who gave a tip", () => {
    test("is told by no answer, no log and no table; it opens with the key that no hub has", async () => {
      const { done } = await life.act(officer(), "recordTip", {
        content: "Look there.",
        informant: INFORMANT,
      });
      const everything = await hub.ask(
        officer(),
        `{ tips(first: 200) { nodes { id receivedAt content status rewardDue case { number title } } } }`,
      );
      const secrets = [INFORMANT.name, INFORMANT.contact];
      const tables = await sql<{ name: string }>`select table_name as name from information_schema.tables
        where table_schema = 'police' and table_type = 'BASE TABLE'`.execute(hub.database.db);
      const stored: string[] = [];
      for (const { name } of tables.rows) {
        const { rows } = await sql<{
          row: string;
        }>`select t::text as row from ${sql.id("police", name)} t`.execute(hub.database.db);
        stored.push(...rows.map(({ row }) => row));
      }
      for (const secret of secrets) {
        expect(JSON.stringify([done, everything, hub.logged])).not.toContain(secret);
        expect(stored.join("\n")).not.toContain(secret);
      }
      const { rows } = await sql<{ sealed: string }>`select sealed_identity as sealed from police.informant
        where tip_id = ${done.id}::uuid`.execute(hub.database.db);
      expect(JSON.parse(openInformant(hub.informantKey, rows[0]!.sealed, done.id))).toEqual(INFORMANT);
      expect(rows[0]!.sealed).toMatch(/^1\./);
    });

    test("is in no graph path: no field that can be read speaks of it, only the input of a tip does", async () => {
      const { schema } = await buildPoliceSchema();
      const types = Object.values(schema.getTypeMap());
      const read = types.filter(isObjectType).flatMap(type => [type.name, ...Object.keys(type.getFields())]);
      const written = types.filter(isInputObjectType).map(({ name }) => name);
      expect(read).toContain("Tip");
      expect(read.filter(name => /informant/i.test(name))).toEqual([]);
      expect(written.filter(name => /informant/i.test(name))).toEqual(["InformantInput"]);
    });

    test("is read by no statement: the store writes the table and never selects from it", async () => {
      const tip = (await buildPoliceSchema()).schema.getType("Tip");
      const statements: string[] = [];
      const stop = hub.database.onStatement(statement => statements.push(statement));
      const { done } = await life.act(officer(), "recordTip", { content: "There.", informant: INFORMANT });
      await life.act(officer(), "resolveTip", { tipId: done.id, status: "UNFOUNDED", rewardDue: false });
      const answer = await hub.ask(officer(), `{ tips { nodes { ${leavesBelow(tip, 2)} } } }`);
      expect(answer.data.tips.nodes).not.toEqual([]);
      stop();
      const about = statements.filter(statement => statement.includes("police.informant"));
      expect(about).toHaveLength(1);
      expect(about[0]).toContain("insert into police.informant");
    });
  });

  describe("an indicator", () => {
    const report = (claims = officer(), rest: Record<string, unknown> = {}) =>
      life.act(claims, "recordIndicator", { kind: "WEBSITE", value: "cards.example", ...rest });
    const resolve = (indicatorId: string, status: string, claims = officer()) =>
      life.act(claims, "resolveIndicator", { indicatorId, status });
    const carrier = () =>
      claimsOf({ kind: "CARRIER", institution: "C01", scopes: ROLE_SCOPES["carrier-risk"] });

    test("from a bank, for a stranger's case, or of nothing is refused", async () => {
      expect((await report(bank())).code).toBe("FORBIDDEN");
      expect((await report(officer(), { caseNumber: CASES.others })).code).toBe("NOT_FOUND");
      expect((await report(carrier(), { caseNumber: CASES.own })).code).toBe("NOT_FOUND");
      expect((await report(officer(), { value: "" })).code).toBe("BAD_INPUT");
      expect((await resolve(uuid(999), "SHUT")).code).toBe("NOT_FOUND");
    });

    test("is reported by police, carrier or regulator, and resolved once", async () => {
      for (const claims of [officer(), carrier(), telecomRegulator()]) {
        const { done } = await report(claims);
        expect(done.status).toBe("REPORTED");
        expect((await resolve(done.id, "REPORTED", claims)).code).toBe("INVALID_TRANSITION");
        expect((await resolve(done.id, "SHUT", claims)).done.status).toBe("SHUT");
        expect((await resolve(done.id, "BLOCKED", claims)).message).toContain("SHUT");
      }
    });
  });

  describe("a warning", () => {
    const warn = (claims = city(), rest: Record<string, unknown> = {}) =>
      life.act(claims, "publishWarning", {
        title: "Fake couriers",
        body: "They ask for codes.",
        regions: ["990100"],
        ...rest,
      });

    test("from an investigator or a county organ, or for no region that can be one is refused", async () => {
      expect((await warn(officer())).code).toBe("FORBIDDEN");
      expect((await warn(county())).code).toBe("AUTHORITY_TOO_LOW");
      expect((await warn(city(), { regions: ["99010"] })).code).toBe("BAD_INPUT");
      expect((await warn(city(), { regions: Array(35).fill("990100") })).code).toBe("LIMIT_EXCEEDED");
    });

    test("is everybody's to read at once, and in the feed", async () => {
      const { done } = await warn();
      const { data } = await hub.ask(bank(), `{ warnings(region: "990101") { id } }`);
      expect(data.warnings[0].id).toBe(done.id);
      expect(await life.newEvents()).toMatchObject([{ kind: "WARNING_PUBLISHED", warningId: done.id }]);
    });
  });
});
