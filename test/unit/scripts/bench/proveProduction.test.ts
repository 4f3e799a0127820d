import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { GENESIS_SEAL, sealRecord, type AuditReceipt } from "../../../../gateway/audit/auditRecord";
import { auditFileOf } from "../../../../gateway/audit/chainFiles";
import { signGroup } from "../../../../gateway/audit/groupSignature";
import { SIGNATURE_HEADER } from "../../../../schema/contract/signature";
import { proveProduction, type Proof } from "../../../../scripts/bench/rig/proveProduction";
import type { StartedContestant } from "../../../../scripts/bench/rig/rig";
import { createSecretVariables } from "../../../../scripts/settings/createSecretVariables";
import { readSettings } from "../../../../scripts/settings/readSettings";
import { SECRET_SETTINGS } from "../../../../scripts/settings/secretSettings";
import { heapAfterCollection } from "../../../support/heapAfterCollection";
import { entry } from "../../gateway/audit/auditFolder";

type Respond = (request: IncomingMessage, body: string) => object | string;

const textOf = (answer: object | string): string =>
  typeof answer === "string" ? answer : JSON.stringify(answer);

const OFFICER = "Bearer of.investigator";
const BANK = "Bearer of.bank-risk";
const PAYMENT = "Bearer of.payment-risk";
const ENDING = "Bearer ending.investigator";
const failing = (code: string, path?: readonly string[]): object => ({
  errors: [{ path, extensions: { code } }],
});
const NO_LINES = {
  data: { subject: { phoneLines: null } },
  ...failing("FORBIDDEN", ["subject", "phoneLines"]),
};
const isAtSubgraph = ({ url }: IncomingMessage): boolean => url === "/subgraph/graphql";

const APPLICANT = { type: "PASSPORT", number: "E12345678" } as const;
const ANOTHER = { type: "PASSPORT", number: "E12345679" } as const;
const isOfApplicant = (body: string): boolean => body.includes(APPLICANT.number);

const WHOLE = { data: { subject: { policeCoverage: [{ state: "COMPLETE" }] } } };
/** Answered once and refused from then on, as a token that ends is. */
let hasEnded = false;
/** Numbers that were tried in a row. */
let guesses = 0;
/** More than the limit: while Redis is late a gateway counts from nothing by itself. */
const MOST_GUESSES = 15;
/** Of so many answers the first come from a source that is late. */
let late = 0;
const ANSWER_BYTES = 20_000;
const QUESTION_BYTES = 2_000;
/** Named as a gateway names its own. */
const CHAIN = "20261203014740565-f1b7f648";

/** As production does. */
const refusing: Respond = (request, body) => {
  const { authorization } = request.headers;
  if (isAtSubgraph(request)) return failing("UNAUTHENTICATED");
  if (late-- > 0) return failing("SUBGRAPH_UNAVAILABLE");
  if (authorization === ENDING && !hasEnded) {
    hasEnded = true;
    return WHOLE;
  }
  if (authorization === PAYMENT) return ++guesses > MOST_GUESSES ? failing("RATE_LIMITED") : { data: {} };
  if (authorization !== OFFICER && authorization !== BANK) return failing("UNAUTHENTICATED");
  if (authorization === BANK) return isOfApplicant(body) ? NO_LINES : failing("FORBIDDEN");
  return failing(request.headers["duanka-purpose"] === undefined ? "PURPOSE_REQUIRED" : "FORBIDDEN");
};
/** As production does, but for one whom it answers. */
const answering =
  (
    who: (request: IncomingMessage, body: string) => boolean,
    answer: object | string = { data: {} },
  ): Respond =>
  (request, body) =>
    who(request, body) ? answer : refusing(request, body);

const body = (receipt: AuditReceipt): string => JSON.stringify({ data: {}, extensions: { audit: receipt } });

describe("a gateway that is to be measured", () => {
  const environment = { ...createSecretVariables() };
  let server: Server;
  let folder: string;
  let respond: Respond;
  beforeAll(async () => {
    server = createServer((request, response) => {
      void text(request).then(asked => response.end(textOf(respond(request, asked))));
    });
    await new Promise<void>(resolve => server.listen(0, "127.0.0.1", resolve));
  });
  afterAll(() => server.close());
  beforeEach(() => {
    respond = refusing;
    hasEnded = false;
    guesses = 0;
    late = 0;
    folder = mkdtempSync(join(tmpdir(), "duanka-proof-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function prove(onProof: (proof: Proof) => void = () => undefined): Promise<StartedContestant> {
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const subgraph = `${origin}/subgraph`;
    return proveProduction(
      {
        name: "duanka",
        url: `${origin}/graphql`,
        pid: process.pid,
        headers: {},
        auditFolder: folder,
        stop: () => Promise.resolve(),
      },
      {
        environment,
        world: {
          caseNumber: "A110100-2026-900",
          documents: [APPLICANT, ANOTHER],
          numbers: [],
        },
        subgraphs: { telecom: subgraph, banking: subgraph, police: subgraph },
        headersOf: (sub, purpose) =>
          Promise.resolve({ authorization: `Bearer of.${sub}`, "duanka-purpose": purpose }),
        tokenEndingIn: (_seconds, sub) => {
          hasEnded = false;
          return Promise.resolve(`ending.${sub}`);
        },
        redisUrl: null,
        onProof,
      },
    );
  }

  /** Writes a chain of an opening and so many answers, signed at its end; gives the answers' receipts. */
  function keepRecords(answers: number, rest: Parameters<typeof entry>[0] = {}): AuditReceipt[] {
    const { auditSigningKey } = readSettings(environment, SECRET_SETTINGS);
    const opening = { previousChain: null, previousSequence: null, previousHash: null };
    const at = new Date().toISOString();
    const records = [sealRecord(GENESIS_SEAL, CHAIN, 0, { kind: "OPENING", at, ...opening }, null)];
    for (let sequence = 1; sequence <= answers; sequence += 1) {
      const sign = sequence < answers ? null : (end: AuditReceipt) => signGroup(auditSigningKey, end);
      records.push(sealRecord(records.at(-1)!.seal, CHAIN, sequence, entry(rest), sign));
    }
    writeFileSync(auditFileOf(folder, CHAIN), records.map(({ line }) => line).join(""));
    return records.slice(1).map(({ receipt }) => receipt);
  }

  test.each<
    [
      who: string,
      answered: (request: IncomingMessage, body: string) => boolean,
      ...answer: (object | string)[],
    ]
  >([
    [
      "somebody without a token is not refused",
      request => !isAtSubgraph(request) && request.headers.authorization === undefined,
    ],
    [
      "somebody with a forged token is not refused",
      ({ headers }) =>
        headers.authorization?.startsWith("Bearer of.") === true &&
        !/\.(inv|bank|payment)/.test(headers.authorization),
    ],
    [
      "an officer who states no purpose is not refused",
      ({ headers }) => headers.authorization === OFFICER && headers["duanka-purpose"] === undefined,
    ],
    [
      "an officer with a case of nobody's is not refused",
      ({ headers }) =>
        headers.authorization === OFFICER && headers["duanka-reference"] === "A110100-2026-901",
    ],
    [
      "an officer with a case of nobody's is not refused",
      ({ headers }) =>
        headers.authorization === OFFICER && headers["duanka-reference"] === "A110100-2026-901",
      { data: { subject: { phoneLines: null } }, ...failing("FORBIDDEN", ["subject", "phoneLines"]) },
    ],
    ["a bank is not refused lines", ({ headers }) => headers.authorization === BANK],
    [
      "a bank with the application of somebody else is not refused",
      ({ headers }, body) => headers.authorization === BANK && !isOfApplicant(body),
    ],
    [
      "a bank is not refused lines",
      ({ headers }) => headers.authorization === BANK,
      {
        data: { subject: { phoneLines: null, accounts: null } },
        ...failing("FORBIDDEN", ["subject", "accounts"]),
      },
    ],
    [
      "a bank is not refused lines",
      ({ headers }) => headers.authorization === BANK,
      { ...NO_LINES, data: { subject: { phoneLines: { totalCount: 4 } } } },
    ],
    [
      "somebody without a token is not refused",
      ({ headers }) => headers.authorization === undefined,
      "<h1>Bad Gateway</h1>",
    ],
    ["a bank is not refused lines", ({ headers }) => headers.authorization === BANK, "not JSON"],
    [
      "somebody whose token has ended is not refused",
      ({ headers }) => headers.authorization === ENDING,
      WHOLE,
    ],
    [
      "a token that has not ended yet does not count",
      ({ headers }) => headers.authorization === ENDING,
      failing("UNAUTHENTICATED"),
    ],
    [
      "somebody who tries numbers in a row is not refused",
      ({ headers }) => headers.authorization === PAYMENT,
    ],
    ["telecom answers a question that is not signed", isAtSubgraph],
    [
      "telecom answers a question that is not signed by the gateway",
      request => isAtSubgraph(request) && request.headers[SIGNATURE_HEADER] !== undefined,
    ],
  ])("is not measured where %s (case %#)", async (who, answered, ...answer) => {
    respond = answering(answered, ...answer);
    await expect(prove()).rejects.toThrow(who);
  });

  test("is measured where a source was late once or twice", async () => {
    late = 2;
    await expect(prove()).resolves.toBeDefined();
  });

  test("answers wrongly where an answer has no receipt, or another one's", async () => {
    const [first, second] = keepRecords(2);
    const { isOnRecord = () => true } = await prove();
    expect(isOnRecord('{"data":{}}')).toBe(false);
    expect(isOnRecord(body(first!))).toBe(true);
    expect(isOnRecord(body(second!))).toBe(true);
    expect(isOnRecord(body(first!))).toBe(false);
  });

  test("can be asked for hours, since of an answer nothing but its receipt's hash is kept", async () => {
    const receipts = keepRecords(2_000);
    const { isOnRecord = () => true } = await prove();
    const before = heapAfterCollection();
    for (const receipt of receipts) {
      Buffer.from(" ".repeat(QUESTION_BYTES)); // as a load writes what it sends
      isOnRecord(`${" ".repeat(ANSWER_BYTES - receipt.sequence)}${body(receipt)}`);
    }
    expect((heapAfterCollection() - before) / receipts.length).toBeLessThan(QUESTION_BYTES / 2);
  });

  test("has proved it once the record of each receipt stands in a chain that is whole and signed", async () => {
    const [first, second] = keepRecords(3);
    const proofs: Proof[] = [];
    const proven = await prove(proof => proofs.push(proof));
    for (const receipt of [first, second]) proven.isOnRecord?.(body(receipt!));
    await proven.stop();
    expect(proofs).toEqual([{ answers: 2, records: 4, sealed: null }]);
  });

  test("answers wrongly where the record of the answer is not in the file yet", async () => {
    const [first] = keepRecords(1);
    const file = auditFileOf(folder, CHAIN);
    const written = readFileSync(file);
    const { isOnRecord = () => true } = await prove();
    writeFileSync(file, "");
    expect(isOnRecord(body(first!))).toBe(false);
    writeFileSync(file, written);
    expect((await prove()).isOnRecord?.(body(first!))).toBe(true);
  });

  test("has not been measured where it refuses nobody any more once the load is over", async () => {
    const [first] = keepRecords(1);
    const proven = await prove();
    proven.isOnRecord?.(body(first!));
    respond = () => ({ data: {} });
    await expect(proven.stop()).rejects.toThrow("somebody without a token is not refused");
  });

  test("has not been measured where it has answered nothing", async () => {
    keepRecords(1);
    await expect((await prove()).stop()).rejects.toThrow("nothing was answered");
  });

  test.each([
    ["who", { caller: "" }],
    ["what", { fieldsReturned: [] }],
    ["whom", { subjectIds: [] }],
    ["for which purpose", { purpose: "" }],
    ["that anything was answered", { kind: "INTENT" as const }],
  ])("has not been measured where a record does not say %s", async (_what, rest) => {
    const [first] = keepRecords(1, rest);
    const proven = await prove();
    proven.isOnRecord?.(body(first!));
    await expect(proven.stop()).rejects.toThrow("does not say who has seen what");
  });

  test("has not been measured where it leaves no records", async () => {
    const proven = await prove();
    proven.isOnRecord?.(body({ chain: CHAIN, sequence: 1, hash: "0".repeat(64) }));
    await expect(proven.stop()).rejects.toThrow("1 of 1 receipts have no record");
  });

  test("has not been measured where a receipt is of another record than the one at its place", async () => {
    const [first] = keepRecords(2);
    const proven = await prove();
    proven.isOnRecord?.(body({ ...first!, hash: "0".repeat(64) }));
    await expect(proven.stop()).rejects.toThrow("1 of 1 receipts have no record");
  });

  test("has not been measured where nobody has signed the record of a receipt", async () => {
    const [first, second] = keepRecords(3);
    const file = auditFileOf(folder, CHAIN);
    const unsigned = readFileSync(file, "utf8").split("\n").slice(0, 3);
    writeFileSync(file, `${unsigned.join("\n")}\n`);
    const proven = await prove();
    for (const receipt of [first, second]) proven.isOnRecord?.(body(receipt!));
    await expect(proven.stop()).rejects.toThrow(`the access records of ${CHAIN} are not whole`);
  });
});
