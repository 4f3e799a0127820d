import { connect, type Socket } from "node:net";
import { Readable } from "node:stream";
import { request } from "undici";
import { createInProcessTransport } from "../../../gateway/fetch/inProcessTransport";
import type { Gateway } from "../../../gateway/gatewayParts";
import { LARGE_BODIES_AT_ONCE, MAX_BODY_BYTES, MAX_REPORT_BYTES } from "../../../gateway/http/httpLimits";
import { HubError } from "../../../schema/contract/errors";
import { CLAIMS, inProcessLibrary, startLibraryHub } from "./support/libraryHub";

const REPORTER = "reporter";
const LARGE = JSON.stringify({ query: "{ shelves { name } }", variables: { x: "x".repeat(MAX_BODY_BYTES) } });

let hub: Gateway;
let port: number;
beforeAll(async () => {
  hub = await startLibraryHub({
    identify: ({ authorization }) =>
      authorization === undefined
        ? Promise.reject(new HubError("UNAUTHENTICATED", "Send a token."))
        : Promise.resolve({ ...CLAIMS, caller: { ...CLAIMS.caller, id: authorization } }),
    mayReport: ({ caller }) => caller.id === REPORTER,
  });
  await hub.app.listen({ port: 0, host: "127.0.0.1" });
  port = (hub.app.server.address() as { port: number }).port;
});
afterAll(() => hub.close());

async function send(body: string | Readable, authorization?: string) {
  const answer = await request(`http://127.0.0.1:${port}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(authorization === undefined ? {} : { authorization }),
    },
    body,
  });
  const { errors, data } = (await answer.body.json()) as {
    errors?: { extensions: { code: string } }[];
    data?: unknown;
  };
  return {
    status: answer.statusCode,
    code: errors?.[0]?.extensions.code,
    data,
    retryAfter: answer.headers["retry-after"],
  };
}

/** Says that a large body follows, and sends its first byte. */
function begin(): Promise<Socket> {
  return new Promise(resolve => {
    const socket = connect(port, "127.0.0.1", () => {
      const headers = `host: x\r\nauthorization: ${REPORTER}\r\ncontent-type: application/json`;
      socket.write(`POST /graphql HTTP/1.1\r\n${headers}\r\ncontent-length: ${MAX_REPORT_BYTES}\r\n\r\n{`);
      resolve(socket);
    });
    socket.on("error", () => undefined);
  });
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise(resolve => setTimeout(resolve, 20));
}

describe("a body of more than a megabyte", () => {
  it("is read from who reports", async () => {
    expect(await send(LARGE, REPORTER)).toMatchObject({ status: 200, data: { shelves: expect.any(Array) } });
  });

  it.each([
    ["somebody unknown", undefined],
    ["somebody known who reports nothing", "reader"],
  ])("is not read from %s", async (_who, authorization) => {
    expect(await send(LARGE, authorization)).toMatchObject({ status: 413, code: "LIMIT_EXCEEDED" });
  });

  it("is read from nobody who does not say how large it is", async () => {
    expect(await send(Readable.from([LARGE]), REPORTER)).toMatchObject({
      status: 413,
      code: "LIMIT_EXCEEDED",
    });
    const small = Readable.from(['{"query":', '"{ shelves { name } }"}']);
    expect(await send(small, REPORTER)).toMatchObject({ status: 200, data: { shelves: expect.any(Array) } });
  });

  it("waits its turn where several are under way, and gets it once one of them has ended", async () => {
    const underWay = await Promise.all(Array.from({ length: LARGE_BODIES_AT_ONCE }, begin));
    await until(async () => (await send(LARGE, REPORTER)).status === 429);
    expect(await send(LARGE, REPORTER)).toMatchObject({ code: "RATE_LIMITED", retryAfter: "1" });
    // Small ones have nothing to wait for.
    expect(await send('{"query":"{ shelves { name } }"}', "reader")).toMatchObject({ status: 200 });
    underWay[0]?.destroy();
    await until(async () => (await send(LARGE, REPORTER)).status === 200);
    for (const socket of underWay) socket.destroy();
  });
});

describe("what is to be written", () => {
  const ADD = 'mutation { addBook(input: { id: 7, title: "x" }) { id } }';

  it.each([
    ["is waited for as long as the request lasts", ADD, undefined],
    ["unlike a question, which gives up sooner", "{ book(id: 1) { title } }", "SUBGRAPH_UNAVAILABLE"],
  ])("%s", async (_what, query, code) => {
    const library = inProcessLibrary().map(([name, execute]): [string, typeof execute] => [
      name,
      async (...question) => {
        await new Promise(resolve => setTimeout(resolve, 200));
        return execute(...question);
      },
    ]);
    const slow = await startLibraryHub({ transport: createInProcessTransport(new Map(library), 50) });
    const answer = await slow.app.inject({ method: "POST", url: "/graphql", payload: { query } });
    const { errors } = answer.json<{ errors?: { extensions: { code: string } }[] }>();
    expect(errors?.[0]?.extensions.code).toBe(code);
    await slow.close();
  });
});
