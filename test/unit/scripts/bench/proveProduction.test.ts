import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { proveProduction } from "../../../../scripts/bench/rig/proveProduction";
import type { StartedContestant } from "../../../../scripts/bench/rig/rig";
import { createSecretVariables } from "../../../../scripts/settings/createSecretVariables";

type Refuse = (request: IncomingMessage) => string;

const refusing: Refuse = ({ headers, url }) => {
  if (url === "/subgraph/graphql" || headers.authorization === undefined) return "UNAUTHENTICATED";
  return headers["duanka-purpose"] === undefined ? "PURPOSE_REQUIRED" : "FORBIDDEN";
};
const answering =
  (who: (request: IncomingMessage) => boolean): Refuse =>
  request =>
    who(request) ? "nothing" : refusing(request);
const receipt = (sequence: number): string =>
  `{"data":{},"extensions":{"audit":{"chain":"c","sequence":${sequence},"hash":"${"0".repeat(64)}"}}}`;

describe("a gateway that is to be measured", () => {
  let server: Server;
  let folder: string;
  let refuse: Refuse;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "duanka-proof-"));
    server = createServer((request, response) =>
      response.end(JSON.stringify({ errors: [{ extensions: { code: refuse(request) } }] })),
    );
    await new Promise<void>(resolve => server.listen(0, "127.0.0.1", resolve));
  });
  afterAll(() => {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  function prove(): Promise<StartedContestant> {
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
        environment: { ...createSecretVariables() },
        world: {
          caseNumber: "A110100-2026-900",
          documents: [{ type: "PASSPORT", number: "E12345678" }],
          numbers: [],
        },
        subgraphs: { telecom: subgraph, banking: subgraph, police: subgraph },
        headersOf: (sub, purpose) => Promise.resolve({ authorization: sub, "duanka-purpose": purpose }),
        redisUrl: null,
        onProof: () => undefined,
      },
    );
  }

  test.each<[who: string, answered: (request: IncomingMessage) => boolean]>([
    [
      "somebody without a token",
      ({ headers, url }) => url === "/graphql" && headers.authorization === undefined,
    ],
    [
      "an officer who states no purpose",
      ({ headers }) => headers.authorization !== undefined && headers["duanka-purpose"] === undefined,
    ],
    [
      "an officer with a case of nobody's",
      ({ headers }) => headers["duanka-reference"] === "A110100-2026-901",
    ],
    ["a bank that asks for lines", ({ headers }) => headers.authorization === "bank-risk"],
    ["telecom answers a question that is not signed", ({ url }) => url === "/subgraph/graphql"],
  ])("is not measured where it answers %s", async (who, answered) => {
    refuse = answering(answered);
    await expect(prove()).rejects.toThrow(who);
  });

  test("answers wrongly where an answer has no receipt, or another one's", async () => {
    refuse = refusing;
    const { isOnRecord = () => true } = await prove();
    expect(isOnRecord('{"data":{}}')).toBe(false);
    expect(isOnRecord(receipt(1))).toBe(true);
    expect(isOnRecord(receipt(2))).toBe(true);
    expect(isOnRecord(receipt(1))).toBe(false);
  });

  test("has not been measured where it leaves no records", async () => {
    refuse = refusing;
    const proven = await prove();
    proven.isOnRecord?.(receipt(1));
    await expect(proven.stop()).rejects.toThrow("no signed access record up to number 1");
  });
});
