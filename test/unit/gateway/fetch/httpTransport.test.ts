import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { parse } from "graphql";
import { createHttpTransport } from "../../../../gateway/fetch/httpTransport";
import { subgraphClaims } from "../../../../schema/contract/subgraphCaller";

const SOURCE = "mutation { report }";
const LIMIT_MS = 20;

test("a report whose time is over before it was sent is never sent, and whoever asked is told that it is over", async () => {
  let asked = 0;
  const server = createServer((_request, response) => {
    asked += 1;
    response.setHeader("content-type", "application/json").end('{"data":{"report":true}}');
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const transport = createHttpTransport({
    urls: new Map([["stock", `http://127.0.0.1:${(server.address() as AddressInfo).port}/`]]),
    clock: () => new Date(),
    signingKey: generateKeyPairSync("ed25519").privateKey,
  });
  const send = (limitMs: number) =>
    transport.send({
      ...{
        subgraph: "stock",
        document: parse(SOURCE),
        source: SOURCE,
        operationName: undefined,
        variables: {},
      },
      ...{ operationType: "mutation", claims: subgraphClaims("telecom") },
      notes: { servedFromCache: new Set(), people: new Set(), extensions: new Map() },
      deadlineAt: performance.now() + limitMs,
    });
  try {
    await expect(send(10_000)).resolves.toEqual({ data: { report: true } });
    // Everything stands still after the request has been understood, and before the turn ends in which it is signed.
    setImmediate(standStill);
    await expect(send(LIMIT_MS)).rejects.toMatchObject({ reason: "DEADLINE" });
    await expect(send(10_000)).resolves.toEqual({ data: { report: true } });
    expect(asked).toBe(2);
  } finally {
    await transport.close?.();
    server.close();
  }
});

function standStill(): void {
  const until = performance.now() + 2 * LIMIT_MS;
  while (performance.now() < until);
}
