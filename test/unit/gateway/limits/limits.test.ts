import { GraphQLError, parse } from "graphql";
import { Redis } from "ioredis";
import type { AnsweredOperation } from "../../../../gateway/requestContext";
import { claimsOf } from "../../../support/claims";
import { testServices } from "../../../support/services";
import {
  countInProcess,
  countInRedis,
  createLimitsWorld,
  crowd,
  LIMITS_SCHEMA,
  naming,
  type LimitsWorld,
} from "./limitsWorld";

const REPORT = parse("mutation ($people: [ID!]) { report(ids: $people) }");
const HOUR_MS = 3_600_000;

const redis = new Redis(testServices().redisUrl, { lazyConnect: true });
beforeAll(() => redis.connect());
afterAll(() => redis.disconnect());

describe.each([
  ["in process", () => countInProcess()],
  ["in Redis", () => countInRedis(redis)],
])("limits counted %s", (_where, count) => {
  let world: LimitsWorld;
  beforeEach(() => void (world = createLimitsWorld(count())));
  const kinds = () => world.alarms.map(({ kind }) => kind);

  /** The answer to a question about these people: so much is held of each. */
  function answered(
    caller: string,
    people: readonly string[],
    held: readonly object[],
    rest: Partial<AnsweredOperation> = {},
  ): AnsweredOperation {
    const document = parse("query ($people: [ID!]) { people(ids: $people) { held } }");
    return {
      claims: claimsOf({ id: caller }),
      operation: naming(people, { document }),
      schema: LIMITS_SCHEMA,
      document,
      clientPath: path => path,
      denied: [],
      people: [],
      servedFromCache: [],
      sources: {},
      result: { data: { people: held } },
      ...rest,
    };
  }
  const nothing = { held: { total: 0, nodes: [], more: false } };

  test("the 301st person of an hour is refused, with when to come back and one alarm", async () => {
    for (let first = 0; first < 300; first += 50)
      expect(await world.look("bank/a", crowd(50, `p${first}`))).toBeNull();
    const refusal = await world.look("bank/a", ["one-more"]);
    expect(refusal).toMatchObject({ code: "RATE_LIMITED" });
    expect(refusal?.retryAfterSeconds).toBeGreaterThan(3_500);
    expect(refusal?.retryAfterSeconds).toBeLessThanOrEqual(3_600);
    expect(await world.look("bank/a", ["and-another"])).not.toBeNull();
    expect(world.alarms).toEqual([
      { kind: "UNUSUAL_VOLUME", caller: "bank/a", institution: "102", subject: null, count: 301 },
    ]);
    expect(await world.look("bank/b", ["one-more"])).toBeNull();
  });

  test("all of more people than an hour allows are refused at once, and none of them is then known", async () => {
    const people = crowd(301);
    expect(await world.look("bank/a", people)).not.toBeNull();
    for (const person of people.slice(0, 3)) expect(await world.look("bank/a", [person])).not.toBeNull();
  });

  test("the same person again and again is one person, and stays to be seen over the limit", async () => {
    for (let times = 0; times < 320; times++) expect(await world.look("bank/a", ["same"])).toBeNull();
    expect(await world.look("bank/a", crowd(300))).not.toBeNull();
    expect(await world.look("bank/a", ["same"])).toBeNull();
    expect(await world.look("bank/a", ["same", "new"])).not.toBeNull();
  });

  test("of a new person asked for twice at the same moment none slips through", async () => {
    await world.look("bank/a", crowd(300));
    const both = await Promise.all([world.look("bank/a", ["x"]), world.look("bank/a", ["x"])]);
    expect(both.map(refusal => refusal?.code)).toEqual(["RATE_LIMITED", "RATE_LIMITED"]);
  });

  test("a report of 10,000 people is no look at them", async () => {
    const report = naming(crowd(10_000), { operationType: "mutation", document: REPORT });
    expect(await world.ask("bank/a", report)).toBeNull();
    expect(await world.look("bank/a", ["one"])).toBeNull();
  });

  test("the eleventh of near numbers is refused, whoever stands between them", async () => {
    const rangesOf = (person: string) => (person.startsWith("near") ? ["14 characters"] : [person]);
    for (let index = 0; index < 10; index++) {
      expect(await world.look("bank/a", [`near-${index}`], { rangesOf })).toBeNull();
      expect(await world.look("bank/a", [`far-${index}`], { rangesOf })).toBeNull();
    }
    expect(await world.look("bank/a", ["near-10"], { rangesOf })).toMatchObject({ code: "RATE_LIMITED" });
    expect(await world.look("bank/a", ["far-10"], { rangesOf })).toBeNull();
    expect(await world.look("bank/b", ["near-10"], { rangesOf })).toBeNull();
    expect(world.alarms).toEqual([
      { kind: "SEQUENCE", caller: "bank/a", institution: "102", subject: null, count: 11 },
    ]);
  });

  test("numbers that are near by the month are found out too, later", async () => {
    const rangesOf = (person: string) => [person, "12 characters"];
    for (const person of crowd(30)) expect(await world.look("bank/a", [person], { rangesOf })).toBeNull();
    expect(await world.look("bank/a", ["one-more"], { rangesOf })).not.toBeNull();
    expect(kinds()).toEqual(["SEQUENCE"]);
  });

  test("near numbers in one question are found out as well", async () => {
    expect(await world.look("bank/a", crowd(11), { rangesOf: () => ["14 characters"] })).not.toBeNull();
  });

  test("the 21st officer of a bank at one person is refused; another bank's is not, and is told of nothing", async () => {
    for (let officer = 0; officer < 20; officer++)
      expect(await world.look(`bank/${officer}`, ["famous"])).toBeNull();
    expect(await world.look("bank/curious", ["famous"])).toMatchObject({ code: "RATE_LIMITED" });
    expect(await world.look("bank/curious", ["somebody"])).toBeNull();
    expect(await world.look("bank/elsewhere", ["famous"], { institution: "103" })).toBeNull();
    expect(world.alarms).toEqual([
      { kind: "MUCH_SOUGHT_PERSON", caller: null, institution: "102", subject: "famous", count: 21 },
    ]);
  });

  test("a person sought by more than fifty raises an alarm and is kept from nobody", async () => {
    for (let officer = 0; officer < 60; officer++)
      expect(await world.look(`x/${officer}`, ["famous"], { institution: `i${officer % 5}` })).toBeNull();
    expect(world.alarms).toEqual([
      { kind: "MUCH_SOUGHT_PERSON", caller: null, institution: null, subject: "famous", count: 51 },
    ]);
  });

  test("the costs of a minute are charged to the caller, known people or not", async () => {
    expect(await world.look("bank/a", [], { cost: 20_000_000 })).toBeNull();
    const refusal = await world.look("bank/a", [], { cost: 1 });
    expect(refusal).toMatchObject({ code: "RATE_LIMITED" });
    expect(refusal?.retryAfterSeconds).toBeLessThanOrEqual(60);
    expect(await world.look("bank/b", [], { cost: 1 })).toBeNull();
    expect(world.alarms).toMatchObject([{ kind: "UNUSUAL_VOLUME", caller: "bank/a", count: 20_000_001 }]);
  });

  test("the costs of many officers are charged to their institution; people act for none", async () => {
    for (let officer = 0; officer < 10; officer++)
      expect(await world.look(`bank/${officer}`, [], { cost: 20_000_000 })).toBeNull();
    expect(await world.look("bank/last", [], { cost: 1 })).toMatchObject({ code: "RATE_LIMITED" });
    expect(await world.look("bank/other", [], { cost: 1, institution: "103" })).toBeNull();
    expect(world.alarms).toMatchObject([{ kind: "UNUSUAL_VOLUME", caller: null, institution: "102" }]);
    for (let person = 0; person < 12; person++) {
      const self = { cost: 20_000_000, kind: "PERSON", institution: null } as const;
      expect(await world.look(`person/${person}`, [], self)).toBeNull();
    }
  });

  test("a caller who finds nobody 101 times sees nobody new for an hour, and goes on with the others", async () => {
    const { limits } = world;
    for (const person of crowd(101)) await limits.audit.record(answered("bank/a", [person], [nothing]));
    expect(world.alarms).toMatchObject([{ kind: "MANY_MISSES", caller: "bank/a", count: 101 }]);
    expect(await world.look("bank/a", ["new"])).toMatchObject({ code: "RATE_LIMITED" });
    expect(await world.look("bank/a", [])).toBeNull();
    expect(await world.look("bank/b", ["new"])).toBeNull();
  });

  test("a miss counts once for each person, of a list each its own, and a hit never", async () => {
    const { limits } = world;
    const hit = { held: { total: 1, nodes: ["line"], more: false } };
    for (let times = 0; times < 120; times++) {
      await limits.audit.record(answered("bank/a", ["known", "unknown"], [hit, nothing]));
      await limits.audit.record(answered("bank/a", [`known-${times}`], [hit]));
    }
    expect(kinds()).toEqual([]);
    await limits.audit.record(
      answered(
        "bank/a",
        crowd(100),
        crowd(100).map(() => nothing),
      ),
    );
    expect(world.alarms).toMatchObject([{ kind: "MANY_MISSES", count: 101 }]);
  });

  test.each<[string, Partial<AnsweredOperation>]>([
    ["a source that did not answer", { sources: { telecom: "NOT_ANSWERED" } }],
    [
      "an error",
      {
        result: {
          data: { people: [nothing] },
          errors: [new GraphQLError("x", { extensions: { code: "SUBGRAPH_UNAVAILABLE" } })],
        },
      },
    ],
    ["a refusal", { document: null, result: { data: null } }],
    ["a report", { operation: naming(["p"], { operationType: "mutation", document: REPORT }) }],
  ])("%s is no miss", async (_what, rest) => {
    for (const person of crowd(150))
      await world.limits.audit.record(answered("bank/a", [person], [nothing], rest));
    expect(kinds()).toEqual([]);
    expect(await world.look("bank/a", ["new"])).toBeNull();
  });

  test("who is refused 51 times in an hour raises one alarm, and is not refused anything else for it", async () => {
    const caller = claimsOf({ id: "police/a", kind: "POLICE", institution: null, authority: "A110199" });
    const error = (code: string) => new GraphQLError("no", { extensions: { code } });
    const refused = { caller: caller.caller, claims: null, operationName: null };
    const whole = { claims: caller, document: null, result: { errors: [error("FORBIDDEN")] } };
    for (let times = 0; times < 30; times++) {
      await world.limits.audit.refuse({ ...refused, error: error("PURPOSE_REQUIRED") });
      await world.limits.audit.refuse({ ...refused, error: error("BAD_INPUT") });
      await world.limits.audit.refuse({ ...refused, caller: null, error: error("FORBIDDEN") });
      await world.limits.audit.record(answered("", [], [], whole));
    }
    expect(world.alarms).toEqual([
      { kind: "MANY_DENIALS", caller: "police/a", institution: "A110199", subject: null, count: 51 },
    ]);
  });

  test("who hides refusals beside what they may ask, or in a list of people, raises the alarm all the same", async () => {
    const denial = (...path: (string | number)[]) =>
      new GraphQLError("no", { path, extensions: { code: "FORBIDDEN" } });
    const beside = (error: GraphQLError) => ({ result: { data: { me: {} }, errors: [error] } });
    for (let times = 0; times < 26; times++) {
      await world.limits.audit.record(answered("bank/a", [], [], beside(denial("subject"))));
      await world.limits.audit.record(answered("bank/a", [], [], beside(denial("subjects", 3))));
      // A field of somebody who may be seen.
      await world.limits.audit.record(answered("bank/b", [], [], beside(denial("subject", "lines"))));
    }
    expect(world.alarms).toMatchObject([{ kind: "MANY_DENIALS", caller: "bank/a", count: 51 }]);
  });

  test("an issuer that oversteps raises one alarm a day for each caller and each kind", async () => {
    const { overstepped } = world.limits;
    for (let times = 0; times < 5; times++) {
      await overstepped("SCOPE_ABOVE_CEILING", "bank/a");
      await overstepped("FOREIGN_INSTITUTION", "bank/a");
      await overstepped("SCOPE_ABOVE_CEILING", "bank/b");
    }
    expect(world.alarms.map(({ kind, caller }) => `${kind} ${caller}`)).toEqual([
      "SCOPE_ABOVE_CEILING bank/a",
      "FOREIGN_INSTITUTION bank/a",
      "SCOPE_ABOVE_CEILING bank/b",
    ]);
  });

  test("a system that stands for three officers may ask for three times as many people, not for one the more", async () => {
    world = createLimitsWorld(count(), 3);
    expect(await world.look("bank/system", crowd(300))).toBeNull();
    expect(await world.look("bank/system", crowd(300, "more"))).toBeNull();
    expect(await world.look("bank/system", crowd(301, "too-many"))).not.toBeNull();
  });
});

describe("limits counted in process", () => {
  test("begin anew after their window", async () => {
    let now = 0;
    const world = createLimitsWorld(countInProcess(() => now));
    await world.look("bank/a", crowd(301));
    now = HOUR_MS - 1;
    expect((await world.look("bank/a", ["new"]))?.retryAfterSeconds).toBe(1);
    now = HOUR_MS;
    expect(await world.look("bank/a", ["new"])).toBeNull();
  });
});

describe("limits counted in Redis", () => {
  const apart = redis.duplicate({ db: 1 });
  afterAll(() => apart.disconnect());

  test("are one for all gateways, under names that tell nobody whom they are about", async () => {
    // All names are looked at, so no other suite's may be among them.
    await apart.flushdb();
    const key = Buffer.alloc(32, 7);
    const [first, second] = [key, key].map(shared => createLimitsWorld(countInRedis(apart, shared)));
    await first!.look("bank/a", crowd(200));
    expect(await second!.look("bank/a", crowd(101, "more"))).toMatchObject({ code: "RATE_LIMITED" });
    const keys = await apart.keys("*");
    expect(keys.length).toBeGreaterThan(200);
    for (const name of keys) expect(name).toMatch(/^duanka:limit:[A-Za-z0-9_-]{22}$/);
    expect(await apart.ttl(keys[0]!)).toBeGreaterThan(0);
  });
});
