import { setTimeout as sleep } from "node:timers/promises";
import { createReaper, type Reaper } from "../../../scripts/services/reaper";
import { startRedis, type RedisServer } from "../../../scripts/services/startRedis";
import { createSecretVariables } from "../../../scripts/settings/createSecretVariables";
import { readOperation } from "../../../schema/operations/readOperation";
import type { Answer } from "../../support/askOverHttp";
import { startSeparateHub, type SeparateHub } from "../../support/separateHub";
import { sequentialDocuments } from "./sequentialNumbers";

const HELD = `query Held($document: IdentityDocumentInput!) { subject(document: $document) { id } }`;
const ALARMS = `query { alarms(from: "2020-01-01T00:00:00.000Z", to: "2100-01-01T00:00:00.000Z") {
  nodes { kind caller institution } } }`;
const FIRST_DAYS = ["1981-05-01", "1983-07-03", "1984-08-04"];
const OTHER_DAY = "1982-06-02";

describe("a hub whose parts run apart", () => {
  let reaper: Reaper;
  let redis: RedisServer;
  let hub: SeparateHub;
  beforeAll(async () => {
    reaper = createReaper();
    redis = await startRedis(reaper);
    hub = await startSeparateHub({ ...createSecretVariables(), REDIS_URL: redis.url }, issuers =>
      issuers.map(issuer => {
        // The carriers' issuer may vouch for less than it grants, and the payment institutions' for somebody else.
        if (issuer.name === "carrier") return { ...issuer, scopes: ["subject:read"] };
        if (issuer.name === "payment") return { ...issuer, institutions: ["Z99"] };
        return issuer.name === "police" ? { ...issuer, freeQueries: false } : issuer;
      }),
    );
  });
  afterAll(async () => {
    process.kill(redis.pid, "SIGCONT");
    await hub.close();
    await reaper.finish();
  });

  const codeOf = ({ errors }: Answer): unknown => errors?.[0]?.extensions?.code;
  const look = (as: string, document: object, reference: string) =>
    hub.ask(HELD, { as, purpose: "ACCOUNT_OPENING", reference, variables: { document } });

  async function alarmsUntil(kinds: readonly string[]): Promise<readonly Record<string, unknown>[]> {
    for (const deadline = Date.now() + 15_000; ;) {
      const { data } = await hub.ask(ALARMS, { as: "auditor", purpose: "AUDIT" });
      const nodes = data?.alarms.nodes as { kind: string }[];
      if (kinds.every(kind => nodes.some(node => node.kind === kind))) return nodes;
      if (Date.now() > deadline) throw new Error(`no such alarms among ${JSON.stringify(nodes)}`);
      await sleep(100);
    }
  }

  test("an issuer without free queries has its documents answered that are kept here, and no other", async () => {
    const { document, caseNumber } = hub.people.ringMember;
    const question = {
      as: "investigator",
      purpose: "CASE",
      reference: caseNumber!,
      variables: { document },
    } as const;
    expect(codeOf(await hub.ask(HELD, question))).toBe("FORBIDDEN");
    expect(codeOf(await hub.ask(`${readOperation("dossier")} # more`, question))).toBe("FORBIDDEN");
    const { data, errors } = await hub.ask(readOperation("dossier"), question);
    expect(errors).toBeUndefined();
    expect(data?.subject.phoneLines.totalCount).toBe(4);
  });

  test("an issuer with free queries may ask anything", async () => {
    expect((await look("bank-risk", hub.people.clean.document, "FREE-1")).errors).toBeUndefined();
  });

  test("scopes above a ceiling are cut and another's institution is refused, and both raise an alarm", async () => {
    const carrier = await hub.ask(HELD, {
      as: "carrier-risk",
      purpose: "LINE_OPENING",
      reference: "L-1",
      variables: { document: hub.people.clean.document },
    });
    expect(carrier.errors).toBeUndefined();
    expect(codeOf(await look("payment-risk", hub.people.clean.document, "P-1"))).toBe("UNAUTHENTICATED");
    const alarms = await alarmsUntil(["SCOPE_ABOVE_CEILING", "FOREIGN_INSTITUTION"]);
    expect(alarms).toEqual(
      expect.arrayContaining([
        { kind: "SCOPE_ABOVE_CEILING", caller: "carrier/carrier-risk", institution: null },
        { kind: "FOREIGN_INSTITUTION", caller: "payment/payment-risk", institution: null },
      ]),
    );
  });

  test("who goes through numbers is stopped while Redis counts, and while it is paused", async () => {
    let passed = 0;
    for (const day of FIRST_DAYS) {
      const codes: unknown[] = [];
      for (const [index, document] of sequentialDocuments(20, day).entries())
        codes.push(codeOf(await look("bank-risk", document, `${day}-${index}`)));
      expect(codes.slice(0, 5)).toEqual(Array(5).fill(undefined));
      expect(new Set(codes)).toEqual(new Set([undefined, "RATE_LIMITED"]));
      // Redis may be too slow for a look on a busy machine: the gateway counts that, and lets pass half as many.
      passed = codes.filter(code => code === undefined).length;
      expect(passed).toBeLessThanOrEqual(15);
      // Of many slow ones the gateway refuses some that Redis has counted: then others are looked at.
      if (passed >= 10) break;
    }
    expect(passed).toBeGreaterThanOrEqual(10);

    process.kill(redis.pid, "SIGSTOP");
    const paused: unknown[] = [];
    for (const [index, document] of sequentialDocuments(8, OTHER_DAY).entries())
      paused.push(codeOf(await look("bank-risk", document, `DAY-2-${index}`)));
    expect(paused[0]).toBeUndefined();
    expect(paused.at(-1)).toBe("RATE_LIMITED");
    expect(new Set(paused)).toEqual(new Set([undefined, "RATE_LIMITED"]));
    await alarmsUntil(["SEQUENCE"]);
  });
});
