import { setTimeout as sleep } from "node:timers/promises";
import type {
  DenialCode,
  PolicyDecision,
  PolicyQuestion,
  PolicyRequest,
} from "../../../../gateway/auth/policies/policy";
import { createPurposeBound } from "../../../../gateway/auth/policies/purposeBound";
import { createVerdicts, YES_LIFETIME_MS } from "../../../../gateway/auth/policies/verdicts";
import type { Purpose } from "../../../../schema/contract/claims";
import { callerWith } from "./callers";
import { OFFICER, questionOf, requestOf, subgraphs } from "./policyQuestions";

const PURPOSE_SUBGRAPHS = {
  CASE: ["police"],
  ONGOING_REVIEW: ["banking", "telecom"],
  ACCOUNT_OPENING: ["banking"],
};

let now = Date.UTC(2026, 10, 24);
const clock = () => new Date(now);

const bound = () =>
  createPurposeBound({
    verdicts: createVerdicts(clock),
    purposeSubgraphs: PURPOSE_SUBGRAPHS,
    subjectArguments: { "Query.subjectById": "id" },
    personLists: { "Query.subjects": "documents" },
  });
const ofDocument = questionOf({ document: "T-1" });

/** A field that answers each document of its list in its place. */
const LIST = { coordinate: "Query.subjects", takesDocument: true };
const ofList = (documents: readonly unknown[]) => questionOf({ documents }, LIST);
const leavesOut = (...positions: [number, DenialCode][]): PolicyDecision => ({
  variable: "documents",
  positions: new Map(positions),
});

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
    ["a list of confirmed people that is answered item for item", ofList(["T-1", "T-3"]), leavesOut()],
    [
      "such a list with others in it: they are left out",
      ofList(["T-2", "T-1", "T-4"]),
      leavesOut([0, "FORBIDDEN"], [2, "FORBIDDEN"]),
    ],
    ["such a list of others alone", ofList(["T-2", "T-4"]), "FORBIDDEN"],
    [
      "such a list with a document that became no token",
      ofList(["T-1", { number: "1" }]),
      leavesOut([1, "FORBIDDEN"]),
    ],
    ["an empty list of that kind: nobody", ofList([]), leavesOut()],
    [
      "such a list, and somebody else beside it",
      questionOf({ documents: ["T-1"], other: "T-2" }, LIST),
      "FORBIDDEN",
    ],
    [
      "such a list that no variable holds",
      questionOf({ documents: ["T-1", "T-2"] }, { ...LIST, variableOf: () => null }),
      "FORBIDDEN",
    ],
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
    expect(await bound().decide?.(question, requestOf({ askVerdict }))).toEqual(expected);
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

  test.each<[string, Purpose, PolicyQuestion, PolicyDecision]>([
    ["the person asks for themself", "SELF", ofDocument, null],
    ["the person asks for another", "SELF", questionOf({ document: "T-2" }), "FORBIDDEN"],
    [
      "the person asks for themself and another",
      "SELF",
      questionOf({ documents: ["T-1", "T-2"] }),
      "FORBIDDEN",
    ],
    [
      "the person asks for themself and another, in a list answered item for item",
      "SELF",
      ofList(["T-1", "T-2"]),
      leavesOut([1, "FORBIDDEN"]),
    ],
    ["a report reads a list", "REPORTING", ofList(["T-1"]), "FORBIDDEN"],
    ["a regulator looks at a list of people", "SUPERVISION", ofList(["T-1"]), "FORBIDDEN"],
    ["the person asks for nobody in particular", "SELF", questionOf({ number: "1" }), "FORBIDDEN"],
    ["a report reads", "REPORTING", ofDocument, "FORBIDDEN"],
    ["a report writes", "REPORTING", questionOf({ document: "T-1" }, { operation: "mutation" }), null],
    ["a regulator looks at a person", "SUPERVISION", ofDocument, "FORBIDDEN"],
    ["an auditor looks at a person", "AUDIT", ofDocument, "FORBIDDEN"],
    ["a purpose that no subgraph knows of", "LINE_OPENING", ofDocument, "FORBIDDEN"],
  ])("%s", async (_, purpose, question, expected) => {
    const { askVerdict, asked } = subgraphs({ police: ["T-1"], banking: ["T-1"] });
    const caller = callerWith([], { person: "T-1" });
    const request = requestOf({ caller, purpose, reference: "1", askVerdict });
    expect(await bound().decide?.(question, request)).toEqual(expected);
    expect(asked).toEqual([]);
  });
});

describe("without a yes nothing is granted", () => {
  test.each<[string, DenialCode, PolicyRequest["askVerdict"]]>([
    ["it throws", "SUBGRAPH_UNAVAILABLE", () => Promise.reject(new Error("down"))],
    ["it answers fewer verdicts than people", "SUBGRAPH_UNAVAILABLE", () => Promise.resolve([])],
    ["it answers more", "SUBGRAPH_UNAVAILABLE", () => Promise.resolve([true, true])],
    ["it says yes to nobody", "FORBIDDEN", () => Promise.resolve([false])],
    [
      "it answers something else than yes",
      "FORBIDDEN",
      () => Promise.resolve(["yes"] as unknown as boolean[]),
    ],
    ["it answers too late", "SUBGRAPH_UNAVAILABLE", () => sleep(60_000, [true], { ref: false })],
  ])("%s, and the caller is told %s", async (_, code, askVerdict) => {
    expect(await bound().decide?.(ofDocument, requestOf({ askVerdict }))).toBe(code);
  });

  test("one subgraph says no and the other is down: that it was an outage is told", async () => {
    const request = requestOf({
      purpose: "ONGOING_REVIEW",
      askVerdict: name => (name === "banking" ? Promise.reject(new Error("down")) : Promise.resolve([false])),
    });
    expect(await bound().decide?.(ofDocument, request)).toBe("SUBGRAPH_UNAVAILABLE");
  });

  test("in a list, whoever one of two registers vouches for is told; the others wait for the silent one", async () => {
    const request = requestOf({
      purpose: "ONGOING_REVIEW",
      askVerdict: name =>
        name === "banking" ? Promise.reject(new Error("down")) : Promise.resolve([true, false]),
    });
    expect(await bound().decide?.(ofList(["T-1", "T-2"]), request)).toEqual(
      leavesOut([1, "SUBGRAPH_UNAVAILABLE"]),
    );
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
