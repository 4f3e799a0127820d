import { setTimeout as sleep } from "node:timers/promises";
import { caseAssigned } from "../../../../gateway/auth/policies/caseAssigned";
import { decidePolicies } from "../../../../gateway/auth/policies/decidePolicies";
import { createExtendedAccess } from "../../../../gateway/auth/policies/extendedAccess";
import { ownInstitution } from "../../../../gateway/auth/policies/ownInstitution";
import { ownPerson } from "../../../../gateway/auth/policies/ownPerson";
import type {
  PolicyQuestion,
  PolicyRequest,
  VerdictQuestion,
} from "../../../../gateway/auth/policies/policy";
import { createPolicyRegistry } from "../../../../gateway/auth/policies/policyRegistry";
import { createPurposeBound } from "../../../../gateway/auth/policies/purposeBound";
import { supervisedSector } from "../../../../gateway/auth/policies/supervisedSector";
import { createVerdicts, YES_LIFETIME_MS } from "../../../../gateway/auth/policies/verdicts";
import type { Requirement } from "../../../../gateway/auth/requirements";
import type { Purpose } from "../../../../schema/contract/claims";
import { callerWith } from "./callers";

const PURPOSE_SUBGRAPHS = {
  CASE: ["police"],
  ONGOING_REVIEW: ["banking", "telecom"],
  ACCOUNT_OPENING: ["banking"],
};
const OFFICER = callerWith([], { id: "police/officer", kind: "POLICE", institution: null, authority: "O1" });

let now = Date.UTC(2026, 10, 24);
const clock = () => new Date(now);

interface Asked extends VerdictQuestion {
  readonly subgraph: string;
}

/** Subgraphs that say yes to the named people, and keep what they were asked. */
function subgraphs(yes: Readonly<Record<string, readonly string[]>>) {
  const asked: Asked[] = [];
  const askVerdict = (subgraph: string, question: VerdictQuestion): Promise<readonly boolean[]> => {
    asked.push({ subgraph, ...question });
    const granted = yes[subgraph] ?? [];
    const subjects = question.subjectIds.length === 0 ? ["the purpose itself"] : question.subjectIds;
    return Promise.resolve(subjects.map(subject => granted.includes(subject)));
  };
  return { asked, askVerdict };
}

function requestOf(rest: Partial<PolicyRequest>): PolicyRequest {
  return {
    caller: OFFICER,
    purpose: "CASE",
    reference: "2026-1",
    variables: {},
    // In these tests a document's token stands where the document would.
    tokensIn: value =>
      (Array.isArray(value) ? value : [value]).filter(
        one => typeof one === "string" && one.startsWith("T-"),
      ) as string[],
    askVerdict: subgraphs({}).askVerdict,
    ...rest,
  };
}

function questionOf(
  args: Readonly<Record<string, unknown>>,
  rest: Partial<PolicyQuestion> = {},
): PolicyQuestion {
  return {
    id: "a question",
    policy: ownInstitution,
    argument: null,
    coordinate: "Query.subject",
    path: ["subject"],
    operation: "query",
    takesDocument: "document" in args || "documents" in args,
    readArguments: () => args,
    ...rest,
  };
}

const bound = () =>
  createPurposeBound({
    verdicts: createVerdicts(clock),
    purposeSubgraphs: PURPOSE_SUBGRAPHS,
    subjectArguments: { "Query.subjectById": "id" },
  });
const ofDocument = questionOf({ document: "T-1" });

describe("purpose_bound", () => {
  test.each([
    [null, null],
    ["CASE", null],
    ["ACCOUNT_OPENING", null],
  ] as const)(
    "without a purpose, or without the number it needs, it says what is missing: %s, %s",
    async (purpose, reference) => {
      const { asked, askVerdict } = subgraphs({ police: ["T-1"], banking: ["T-1"] });
      expect(await bound().decide?.(ofDocument, requestOf({ purpose, reference, askVerdict }))).toBe(
        "PURPOSE_REQUIRED",
      );
      expect(asked).toEqual([]);
    },
  );

  test.each([
    ["a person confirmed in the case", questionOf({ document: "T-1" }), null],
    ["somebody else", questionOf({ document: "T-2" }), "FORBIDDEN"],
    ["several, all of them confirmed", questionOf({ documents: ["T-1", "T-3"] }), null],
    ["several, one of them not: all are refused", questionOf({ documents: ["T-1", "T-2"] }), "FORBIDDEN"],
    [
      "a person named by token",
      questionOf({ id: "T-1" }, { coordinate: "Query.subjectById", takesDocument: false }),
      null,
    ],
    [
      "a person whose token is given as null",
      questionOf({ id: null }, { coordinate: "Query.subjectById", takesDocument: false }),
      "FORBIDDEN",
    ],
    ["nobody, where somebody is to be named", questionOf({ documents: [] }), "FORBIDDEN"],
    ["a document that became no token", questionOf({ document: { number: "1" } }), "FORBIDDEN"],
    [
      "no person at all: the case itself",
      questionOf({ number: "1" }, { coordinate: "Query.phoneLine" }),
      null,
    ],
  ])("an officer asks for %s", async (_, question, expected) => {
    const { askVerdict } = subgraphs({ police: ["T-1", "T-3", "the purpose itself"] });
    expect(await bound().decide?.(question, requestOf({ askVerdict }))).toBe(expected);
  });

  test("the subgraph is asked for the case, with all people at once", async () => {
    const { asked, askVerdict } = subgraphs({});
    await bound().decide?.(questionOf({ documents: ["T-1", "T-2"] }), requestOf({ askVerdict }));
    expect(asked).toEqual([
      {
        subgraph: "police",
        policy: "purpose_bound",
        purpose: "CASE",
        reference: "2026-1",
        subjectIds: ["T-1", "T-2"],
      },
    ]);
  });

  test.each([
    ["banking alone says yes", { banking: ["T-1"] }, null],
    ["telecom alone says yes", { telecom: ["T-1"] }, null],
    ["both say no", {}, "FORBIDDEN"],
  ])("a review that two subgraphs can know of: %s", async (_, yes, expected) => {
    const request = requestOf({ purpose: "ONGOING_REVIEW", reference: null, ...subgraphs(yes) });
    expect(await bound().decide?.(ofDocument, request)).toBe(expected);
  });

  test.each<[string, Purpose, PolicyQuestion, "FORBIDDEN" | null]>([
    ["the person asks for themself", "SELF", ofDocument, null],
    ["the person asks for another", "SELF", questionOf({ document: "T-2" }), "FORBIDDEN"],
    [
      "the person asks for themself and another",
      "SELF",
      questionOf({ documents: ["T-1", "T-2"] }),
      "FORBIDDEN",
    ],
    ["the person asks for nobody in particular", "SELF", questionOf({ number: "1" }), "FORBIDDEN"],
    ["a report reads", "REPORTING", ofDocument, "FORBIDDEN"],
    ["a report writes", "REPORTING", questionOf({ document: "T-1" }, { operation: "mutation" }), null],
    ["a regulator looks at a person", "SUPERVISION", ofDocument, "FORBIDDEN"],
    ["an auditor looks at a person", "AUDIT", ofDocument, "FORBIDDEN"],
    ["a purpose that no subgraph knows of", "LINE_OPENING", ofDocument, "FORBIDDEN"],
  ])("%s", async (_, purpose, question, expected) => {
    const { askVerdict, asked } = subgraphs({ police: ["T-1"], banking: ["T-1"] });
    const caller = callerWith([], { person: "T-1" });
    expect(await bound().decide?.(question, requestOf({ caller, purpose, reference: "1", askVerdict }))).toBe(
      expected,
    );
    expect(asked).toEqual([]);
  });
});

describe("no answer is a no", () => {
  test.each<[string, PolicyRequest["askVerdict"]]>([
    ["it throws", () => Promise.reject(new Error("down"))],
    ["it answers fewer verdicts than people", () => Promise.resolve([])],
    ["it answers more", () => Promise.resolve([true, true])],
    ["it says yes to nobody", () => Promise.resolve([false])],
    ["it answers something else than yes", () => Promise.resolve(["yes"] as unknown as boolean[])],
    ["it answers too late", () => sleep(60_000, [true], { ref: false })],
  ])("%s", async (_, askVerdict) => {
    expect(await bound().decide?.(ofDocument, requestOf({ askVerdict }))).toBe("FORBIDDEN");
  });

  test("one subgraph down does not take the other's yes", async () => {
    const request = requestOf({
      purpose: "ONGOING_REVIEW",
      askVerdict: name => (name === "banking" ? Promise.reject(new Error("down")) : Promise.resolve([true])),
    });
    expect(await bound().decide?.(ofDocument, request)).toBeNull();
  });
});

describe("a yes is remembered for a moment, and only where all is the same", () => {
  const first = requestOf({});
  test.each<[string, Partial<PolicyRequest>, string, number]>([
    ["the same is not asked again", {}, "T-1", 1],
    ["another person is", {}, "T-2", 2],
    ["another case is", { reference: "2026-2" }, "T-1", 2],
    ["another officer is", { caller: { ...OFFICER, id: "police/other" } }, "T-1", 2],
    ["the same officer for another organ is", { caller: { ...OFFICER, authority: "O2" } }, "T-1", 2],
    ["the same officer for another institution is", { caller: { ...OFFICER, institution: "B" } }, "T-1", 2],
  ])("%s", async (_, rest, subject, times) => {
    const { asked, askVerdict } = subgraphs({ police: ["T-1", "T-2"] });
    const policy = bound();
    await policy.decide?.(ofDocument, { ...first, askVerdict });
    await policy.decide?.(questionOf({ document: subject }), { ...first, ...rest, askVerdict });
    expect(asked).toHaveLength(times);
  });

  test("after its lifetime it is asked again", async () => {
    const { asked, askVerdict } = subgraphs({ police: ["T-1"] });
    const policy = bound();
    await policy.decide?.(ofDocument, { ...first, askVerdict });
    now += YES_LIFETIME_MS - 1;
    await policy.decide?.(ofDocument, { ...first, askVerdict });
    expect(asked).toHaveLength(1);
    now += 1;
    await policy.decide?.(ofDocument, { ...first, askVerdict });
    expect(asked).toHaveLength(2);
  });

  test("a no is not remembered", async () => {
    const yes: string[] = [];
    const { askVerdict } = subgraphs({ police: yes });
    const policy = bound();
    expect(await policy.decide?.(ofDocument, { ...first, askVerdict })).toBe("FORBIDDEN");
    yes.push("T-1");
    expect(await policy.decide?.(ofDocument, { ...first, askVerdict })).toBeNull();
  });

  test("of several people only the unknown ones are asked about", async () => {
    const { asked, askVerdict } = subgraphs({ police: ["T-1", "T-2"] });
    const policy = bound();
    await policy.decide?.(ofDocument, { ...first, askVerdict });
    await policy.decide?.(questionOf({ documents: ["T-1", "T-2", "T-2"] }), { ...first, askVerdict });
    expect(asked.map(one => one.subjectIds)).toEqual([["T-1"], ["T-2"]]);
  });

  test("a yes to a person is no yes to the case itself", async () => {
    const { askVerdict } = subgraphs({ police: ["T-1"] });
    const policy = bound();
    await policy.decide?.(ofDocument, { ...first, askVerdict });
    expect(await policy.decide?.(questionOf({ number: "1" }), { ...first, askVerdict })).toBe("FORBIDDEN");
  });
});

describe("own_institution with an argument", () => {
  test.each([
    ["its own", "carrier", { carrier: "A" }, null],
    ["another's", "carrier", { carrier: "B" }, "FORBIDDEN"],
    ["none", "carrier", { carrier: null }, "FORBIDDEN"],
    ["an argument that is not there", "carrier", {}, "FORBIDDEN"],
    ["its own inside an input", "input.carrier", { input: { carrier: "A" } }, null],
    ["another's inside an input", "input.carrier", { input: { carrier: "B" } }, "FORBIDDEN"],
    ["no input", "input.carrier", { input: null }, "FORBIDDEN"],
    [
      "its own in each element",
      "input.items.carrier",
      { input: { items: [{ carrier: "A" }, { carrier: "A" }] } },
      null,
    ],
    [
      "another's in one element",
      "input.items.carrier",
      { input: { items: [{ carrier: "A" }, { carrier: "B" }] } },
      "FORBIDDEN",
    ],
    ["no elements", "input.items.carrier", { input: { items: [] } }, "FORBIDDEN"],
    ["something inherited", "input.constructor.name", { input: {} }, "FORBIDDEN"],
  ])("%s", async (_, argument, args, expected) => {
    const request = requestOf({ caller: callerWith([], { institution: "A" }) });
    expect(await ownInstitution.decide?.(questionOf(args, { argument }), request)).toBe(expected);
  });

  test("a code given as a number is the same code", () => {
    const request = requestOf({ caller: callerWith([], { institution: "102" }) });
    expect(ownInstitution.decide?.(questionOf({ bank: 102 }, { argument: "bank" }), request)).toBeNull();
  });

  test("a caller of no institution has none of their own, not even null", () => {
    const request = requestOf({ caller: callerWith([], { institution: null }) });
    expect(ownInstitution.decide?.(questionOf({ bank: null }, { argument: "bank" }), request)).toBe(
      "FORBIDDEN",
    );
  });
});

describe("the start is refused", () => {
  const policies = [
    createPurposeBound({ verdicts: createVerdicts(clock), purposeSubgraphs: {}, subjectArguments: {} }),
    ownInstitution,
    caseAssigned,
    ownPerson,
    supervisedSector,
  ];
  const start = (coordinate: string, written: string) => {
    const requirement: Requirement = { scopes: null, policies: [[written]] };
    const requirements = {
      byCoordinate: new Map([[coordinate, requirement]]),
      personTypes: new Set<string>(),
      entityTypes: new Set<string>(),
    };
    return () => createPolicyRegistry(policies, requirements, ["Query", "Mutation"]);
  };

  test.each([
    ["a policy that nobody knows", "Query.a", "own_planet"],
    ["a name of the prototype", "Query.a", "constructor"],
    ["purpose_bound below the root", "Subject.a", "purpose_bound"],
    ["purpose_bound on a type", "Subject", "purpose_bound"],
    ["an argument of a type", "Subject", "own_institution:carrier"],
    ["an argument for a policy that reads none", "Query.a", "purpose_bound:id"],
    ["an argument for a row policy", "Query.a", "case_assigned:number"],
  ])("for %s", (_, coordinate, written) => {
    expect(start(coordinate, written)).toThrow(`@policy "${written}" on ${coordinate}`);
  });

  test.each([
    ["Query.a", "purpose_bound"],
    ["Subject.a", "own_institution:input.carrier"],
    ["Subject.a", "own_institution"],
    ["Case", "case_assigned"],
    ["Query.a", "own_person"],
    ["Query.a", "supervised_sector"],
  ])("not for %s with %s", (coordinate, written) => {
    expect(start(coordinate, written)).not.toThrow();
  });
});

describe("an approval for further steps", () => {
  const ask = (purpose: Purpose | null, exceedsSteps: boolean, yes: readonly string[]) => {
    const world = subgraphs({ police: yes });
    const findExtendedAccess = createExtendedAccess(createVerdicts(clock), { CASE: ["police"] });
    const request = requestOf({ purpose, askVerdict: world.askVerdict });
    return {
      ...world,
      decided: decidePolicies({ questions: [], exceedsSteps }, request, findExtendedAccess),
    };
  };

  test("is asked for only where an operation goes further", async () => {
    const { asked, decided } = ask("CASE", false, ["the purpose itself"]);
    expect((await decided).extendedAccess).toBe(false);
    expect(asked).toEqual([]);
  });

  test.each<[string, Purpose | null, readonly string[], boolean]>([
    ["given", "CASE", ["the purpose itself"], true],
    ["not given", "CASE", [], false],
    ["never given without a purpose", null, ["the purpose itself"], false],
    ["never given for a purpose that knows none", "ONGOING_REVIEW", ["the purpose itself"], false],
  ])("%s", async (_, purpose, yes, expected) => {
    expect((await ask(purpose, true, yes).decided).extendedAccess).toBe(expected);
  });
});

test("a row policy that is asked for here all the same is not granted", async () => {
  const question = questionOf({}, { policy: caseAssigned });
  const { answers } = await decidePolicies(
    { questions: [question], exceedsSteps: false },
    requestOf({}),
    () => Promise.resolve(false),
  );
  expect(answers.get(question.id)).toBe("FORBIDDEN");
});
