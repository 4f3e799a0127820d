import { buildSchema, GraphQLError, parse, type ExecutionResult } from "graphql";
import { createHmac, generateKeyPairSync } from "node:crypto";
import type { AuditEntry } from "../../../../gateway/audit/auditRecord";
import { createOperationAudit } from "../../../../gateway/audit/createOperationAudit";
import { createResultDigest } from "../../../../gateway/audit/createResultDigest";
import type { AnsweredOperation, UnderstoodOperation } from "../../../../gateway/requestContext";
import { claimsOf } from "../../../support/claims";

const ALICE = `1${"a".repeat(43)}`;
const BOB = `1${"b".repeat(43)}`;
const CAROL = `1${"c".repeat(43)}`;
const schema = buildSchema(`
  type Person { id: ID! name: String decision: Decision }
  type Decision { ruleVersion: String }
  type Query { person(id: ID): Person }
  type Mutation { open(id: ID): Person close: Boolean }
`);
const digest = createResultDigest(generateKeyPairSync("ed25519").privateKey);

let now: Date;
let written: AuditEntry[];
let expected: number;
let audit: ReturnType<typeof createOperationAudit>;
beforeEach(() => {
  now = new Date("2026-11-24T02:00:00.000Z");
  written = [];
  expected = 0;
  audit = createOperationAudit({
    trail: {
      expect() {
        expected += 1;
        return () => void (expected -= 1);
      },
      record(entry) {
        written.push(entry);
        return Promise.resolve({ chain: "c", sequence: written.length, hash: "h" });
      },
    },
    digest,
    clock: () => now,
    kept: { ruleVersions: ["Decision.ruleVersion"] },
    isSubject: text => /^1[a-z]{43}$/.test(text),
    scrub: text => text.replace(/[0-9]{5,}/g, "[number]"),
  });
});

const claims = claimsOf({}, { purpose: "ACCOUNT_OPENING", reference: "A-1" });
function understood(text: string, rest: Partial<UnderstoodOperation> = {}): UnderstoodOperation {
  const document = parse(text);
  return {
    document,
    operationType: text.startsWith("mutation") ? "mutation" : "query",
    operationName: "Dossier",
    hash: "0123456789abcdef0123",
    variables: {},
    tokens: [],
    tokensIn: () => [],
    rangesOf: () => [],
    ...rest,
  };
}
function answered(result: ExecutionResult, rest: Partial<AnsweredOperation> = {}): AnsweredOperation {
  const operation = rest.operation ?? understood("{ person { id decision { ruleVersion } } }");
  return {
    claims,
    operation,
    schema,
    document: operation.document,
    clientPath: path => path,
    denied: [],
    people: [],
    servedFromCache: [],
    sources: {},
    result,
    ...rest,
  };
}
const error = (code: string) => new GraphQLError("no", { extensions: { code } });

describe("an operation that has begun", () => {
  test("is expected among the records until it has ended", () => {
    const end = audit.begin();
    expect(expected).toBe(1);
    end();
    expect(expected).toBe(0);
  });
});

describe("the record of an answered operation", () => {
  test("says who, what for, what of whom and by which rules, and what came of it", async () => {
    const data = { person: { id: CAROL, decision: { ruleVersion: "NOTICE_2020" } } };
    const operation = understood("{ person { id decision { ruleVersion } } }", {
      tokens: [ALICE],
      variables: { list: [{ deep: BOB }, null, 7], other: "1x" },
    });
    const receipt = await audit.record(
      answered({ data }, { operation, people: [CAROL, BOB], servedFromCache: ["Person.name"] }),
    );
    expect(receipt).toEqual({ chain: "c", sequence: 1, hash: "h" });
    expect(written).toEqual([
      {
        kind: "OPERATION",
        at: "2026-11-24T02:00:00.000Z",
        caller: "bank/bank-risk",
        institution: "102",
        purpose: "ACCOUNT_OPENING",
        reference: "A-1",
        operation: "Dossier 0123456789abcdef",
        subjectIds: [ALICE, BOB, CAROL],
        fieldsReturned: ["Query.person", "Person.id", "Person.decision", "Decision.ruleVersion"],
        fieldsDenied: [],
        servedFromCache: ["Person.name"],
        outcome: "OK",
        ruleVersions: ["NOTICE_2020"],
        resultDigest: digest(data),
      },
    ]);
  });

  test.each<[string, ExecutionResult, Partial<AnsweredOperation>, string]>([
    ["an error among the data", { data: { person: null }, errors: [error("INTERNAL")] }, {}, "PARTIAL"],
    ["something denied", { data: { person: {} } }, { denied: ["Person.name"] }, "PARTIAL"],
    [
      "a subgraph that did not answer",
      { data: {} },
      { sources: { a: "ANSWERED", b: "NOT_ANSWERED" } },
      "PARTIAL",
    ],
    ["no data at all", { data: null, errors: [error("NOT_FOUND")] }, {}, "NOT_FOUND"],
    ["a refusal whole", { errors: [error("PURPOSE_REQUIRED")] }, { document: null }, "PURPOSE_REQUIRED"],
    [
      "nothing left that may be seen",
      { data: { person: null }, errors: [error("FORBIDDEN")] },
      { document: null, denied: ["Query.person"] },
      "FORBIDDEN",
    ],
    ["an error of no code", { errors: [new GraphQLError("x")] }, { document: null }, "INTERNAL"],
  ])("tells of %s", async (_what, result, rest, outcome) => {
    await audit.record(answered(result, rest));
    expect(written).toMatchObject([{ outcome, fieldsDenied: rest.denied ?? [] }]);
    if (rest.document === null) expect(written[0]!.fieldsReturned).toEqual([]);
  });

  test.each([
    ["an organ", claimsOf({ kind: "POLICE", institution: null, authority: "A110199" }), "A110199"],
    ["a regulator", claimsOf({ kind: "TELECOM_REGULATOR", institution: null }), "TELECOM_REGULATOR"],
    ["a person", claimsOf({ kind: "PERSON", institution: null, person: ALICE }), "PERSON"],
  ])("says for whom %s acts", async (_who, asking, institution) => {
    await audit.record(answered({ data: {} }, { claims: asking }));
    expect(written).toMatchObject([{ institution, purpose: "", reference: null }]);
  });

  test("holds no number that a client wrote into the name of an operation", async () => {
    const operation = understood("{ person { name } }", { operationName: "x11010519491231002X" });
    await audit.record(answered({ data: {} }, { operation }));
    expect(written[0]!.operation).toBe("x[number]X 0123456789abcdef");
  });
});

describe("the record of a mutation that is about to be sent on", () => {
  test("says whom it concerns and what it is going to do", async () => {
    const operation = understood("mutation { open { name } ... on Mutation { close } }", {
      variables: { id: BOB },
    });
    await audit.intend(operation, claims, schema);
    expect(written).toMatchObject([
      {
        kind: "INTENT",
        outcome: "INTENT",
        subjectIds: [BOB],
        fieldsReturned: ["Mutation.open", "Mutation.close"],
        resultDigest: "",
      },
    ]);
  });
});

describe("the record of a refused request", () => {
  test("of somebody known says who and what for", async () => {
    const refused = { claims, caller: claims.caller, operationName: null, error: error("RATE_LIMITED") };
    expect(await audit.refuse(refused)).toMatchObject({ sequence: 1 });
    expect(written).toMatchObject([
      { caller: "bank/bank-risk", purpose: "ACCOUNT_OPENING", operation: "unknown", outcome: "RATE_LIMITED" },
    ]);
  });

  test("of somebody whose purpose could not be read says who", async () => {
    const refused = { claims: null, caller: claims.caller, operationName: "Q", error: error("FORBIDDEN") };
    await audit.refuse(refused);
    expect(written).toMatchObject([{ caller: "bank/bank-risk", institution: "102", purpose: "" }]);
  });

  test("of nobody is kept, but nobody can fill the disk: beyond twenty a second they are counted", async () => {
    const refused = { claims: null, caller: null, operationName: null, error: error("UNAUTHENTICATED") };
    const receipts = [];
    for (let i = 0; i < 1_000; i++) receipts.push(await audit.refuse(refused));
    expect(written).toHaveLength(20);
    expect(receipts.filter(receipt => receipt === undefined)).toHaveLength(980);
    expect(written[0]).toMatchObject({ caller: "unknown", institution: "", outcome: "UNAUTHENTICATED" });
    now = new Date(now.getTime() + 1_000);
    await audit.refuse(refused);
    await audit.refuse(refused);
    expect(written.slice(20).map(({ operation }) => operation)).toEqual([
      "unknown (after 980 more like it)",
      "unknown",
    ]);
    const known = { ...refused, claims, caller: claims.caller };
    for (let i = 0; i < 100; i++) await audit.refuse(known);
    expect(written).toHaveLength(122);
  });
});

describe("the digest of an answer", () => {
  const keys = generateKeyPairSync("ed25519");
  const own = createResultDigest(keys.privateKey);

  test("proves a copy of the answer, and no other", () => {
    const sent = JSON.stringify({ data: { b: 1, a: [null, "é"] } });
    const copy = JSON.parse(sent) as { data: unknown };
    expect(own(copy.data)).toBe(own({ b: 1, a: [null, "é"] }));
    expect(own(copy.data)).not.toBe(own({ b: 1, a: [null, "e"] }));
    expect(own(undefined)).toBe(own(null));
  });

  test("cannot be made without the key", () => {
    expect(own({})).not.toBe(digest({}));
    expect(own({})).not.toBe(createHmac("sha256", "").update("{}").digest("base64url"));
    expect(createResultDigest(keys.privateKey)({})).toBe(own({}));
  });
});
