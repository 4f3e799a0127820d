import { parse } from "graphql";
import type { UnderstoodOperation } from "../../../../gateway/requestContext";
import { claimsOf } from "../../../support/claims";
import {
  countInProcess,
  createLimitsWorld,
  crowd,
  LIMITS_SCHEMA,
  naming,
  type LimitsWorld,
} from "./limitsWorld";

const MEET = parse("mutation ($people: [ID!]) { meet(ids: $people) { id } }");

let world: LimitsWorld;
beforeEach(() => void (world = createLimitsWorld(countInProcess())));
const kinds = () => world.alarms.map(({ kind }) => kind);

async function record(
  id: string,
  operation: UnderstoodOperation,
  data: object,
  people: string[] = [],
  institution: string | null = "102",
) {
  await world.limits.audit.record({
    claims: claimsOf({ id, institution }),
    operation,
    schema: LIMITS_SCHEMA,
    document: operation.document,
    clientPath: path => path,
    denied: [],
    people,
    servedFromCache: [],
    sources: {},
    result: { data: { ...data } },
  });
}

describe("whom a number leads to", () => {
  const document = parse("query ($number: ID) { mine: line(number: $number) { owner { id } } }");
  const line = (number: string) => naming([], { document, variables: { number } });
  const numbers = (count: number, first = 13_800_000_000) =>
    Array.from({ length: count }, (_, index) => String(first + index));
  const lookUp = async (caller: string, number: string) => world.ask(caller, line(number));

  test("numbers one after the other are found out, however they are written", async () => {
    for (const number of numbers(10)) expect(await lookUp("police/a", ` ${number}`)).toBeNull();
    expect(await lookUp("police/a", "13800000010")).toMatchObject({ code: "RATE_LIMITED" });
    expect(await lookUp("police/a", "13800000001")).toBeNull();
    expect(await lookUp("police/a", "13900000001")).toBeNull();
    expect(await lookUp("police/b", "13800000010")).toBeNull();
    expect(world.alarms).toMatchObject([{ kind: "SEQUENCE", caller: "police/a", subject: null, count: 11 }]);
  });

  test("numbers ten apart are found out later, and numbers far apart by how many they are", async () => {
    for (let index = 0; index < 30; index++)
      expect(await lookUp("police/a", String(13_800_000_000 + index * 30))).toBeNull();
    expect(await lookUp("police/a", "13800000999")).not.toBeNull();
    for (let index = 0; index < 300; index++)
      expect(await lookUp("police/b", String(13_800_000_000 + index * 1_000))).toBeNull();
    expect(await lookUp("police/b", "13999999999")).not.toBeNull();
    expect(kinds()).toEqual(["SEQUENCE", "UNUSUAL_VOLUME"]);
  });

  describe("over a change", () => {
    const marking = (selection: string) => (number: unknown) =>
      naming([], {
        operationType: "mutation",
        document: parse(`mutation ($input: Marking) { mark(input: $input) { ${selection} } }`),
        variables: { input: number === null ? null : { number } },
      });

    test("are found out like those asked for, and a number is the same over either", async () => {
      const mark = marking("line { owner { held } }");
      for (const number of numbers(5)) expect(await lookUp("police/a", number)).toBeNull();
      for (const number of numbers(10)) expect(await world.ask("police/a", mark(number))).toBeNull();
      expect(await world.ask("police/a", mark("13800000010"))).toMatchObject({ code: "RATE_LIMITED" });
      expect(await lookUp("police/a", "13800000010")).toMatchObject({ code: "RATE_LIMITED" });
      for (const none of [null, undefined, 7]) expect(await world.ask("police/a", mark(none))).toBeNull();
    });

    test("that are put among papers are told of and not refused, and can be looked up afterwards", async () => {
      const mark = marking("id");
      for (const number of numbers(20)) expect(await world.ask("police/a", mark(number))).toBeNull();
      expect(world.alarms).toMatchObject([{ kind: "SEQUENCE", caller: "police/a", count: 11 }]);
      for (const number of numbers(20)) expect(await lookUp("police/a", number)).toBeNull();
      expect(await lookUp("police/a", "13800000020")).toMatchObject({ code: "RATE_LIMITED" });
    });

    test("that are put among papers are read of there, so that no more can be than are looked at in an hour", async () => {
      const mark = marking("id");
      for (let index = 0; index < 300; index++)
        expect(await world.ask("police/a", mark(String(13_800_000_000 + index * 1_000)))).toBeNull();
      expect(await world.ask("police/a", mark("13999999999"))).toMatchObject({ code: "RATE_LIMITED" });
    });
  });

  describe("that was no guess", () => {
    const lookedUp = async (number: string, holder: string | null, institution: string | null = null) => {
      const operation = line(number);
      const refusal = await world.ask("x/a", operation, { institution });
      const mine = holder === null ? null : { owner: { id: holder } };
      if (refusal === null)
        await record("x/a", operation, { mine }, holder === null ? [] : [holder], institution);
      return refusal;
    };

    test("since it is of the caller's own institution, is no step of a sequence; another's is", async () => {
      for (const number of numbers(40)) expect(await lookedUp(number, `holder-${number}`, "C01")).toBeNull();
      for (const number of numbers(10, 13_800_000_040))
        expect(await lookedUp(number, null, "C01")).toBeNull();
      expect(await lookedUp("13800000050", null, "C01")).toMatchObject({ code: "RATE_LIMITED" });
    });

    test("since its holder was seen already, is no step of a sequence; a stranger's is, asked for once or twice", async () => {
      for (const number of numbers(40)) expect(await lookedUp(number, "known")).toBeNull();
      for (const number of numbers(9, 13_800_000_040))
        for (let times = 0; times < 2; times++)
          expect(await lookedUp(number, `stranger-${number}`)).toBeNull();
      expect(await lookedUp("13800000050", "one-more")).toMatchObject({ code: "RATE_LIMITED" });
    });
  });

  test("what is no number is nobody's", async () => {
    for (let index = 0; index < 320; index++) expect(await lookUp("police/a", `x${index}`)).toBeNull();
  });

  test("numbers that are nobody's are misses", async () => {
    for (const number of numbers(101)) {
      await record("police/a", line(number), { mine: null });
    }
    expect(world.alarms).toMatchObject([{ kind: "MANY_MISSES", caller: "police/a", count: 101 }]);
  });

  test.each([
    ["over a number", () => line("13800000000")],
    ["over a change", () => naming([], { operationType: "mutation", document: MEET })],
  ])("a person sought by more than fifty %s raises the alarm, once for each officer", async (_how, ask) => {
    for (let officer = 0; officer < 51; officer++)
      for (let times = 0; times < 2; times++) {
        const operation = ask();
        const data = { mine: { owner: { id: "famous" } }, meet: [{ id: "famous" }] };
        await record(`x/${officer}`, operation, data, ["famous"]);
      }
    const seen = world.alarms.filter(({ institution }) => institution === null);
    expect(seen).toEqual([
      { kind: "MUCH_SOUGHT_PERSON", caller: null, institution: null, subject: "famous", count: 51 },
    ]);
  });
});

test("a change that shows the people it names is a look at them", async () => {
  const rangesOf = () => ["14 characters"];
  const meet = { operationType: "mutation", document: MEET, rangesOf } as const;
  expect(await world.ask("police/a", naming(crowd(10), meet))).toBeNull();
  expect(await world.ask("police/a", naming(["one-more"], meet))).toMatchObject({ code: "RATE_LIMITED" });
});
