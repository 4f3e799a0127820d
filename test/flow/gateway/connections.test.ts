import { Agent, request } from "undici";
import { connect } from "node:net";
import { createInProcessTransport } from "../../../gateway/fetch/inProcessTransport";
import type { Gateway } from "../../../gateway/gatewayParts";
import { inProcessLibrary, startLibraryHub } from "./support/libraryHub";

async function listen(hub: Gateway): Promise<number> {
  await hub.app.listen({ port: 0, host: "127.0.0.1" });
  return (hub.app.server.address() as { port: number }).port;
}

describe("a client that takes its time", () => {
  test.each([
    ["headers", "POST /graphql HTTP/1.1\r\nhost: x\r\n"],
    [
      "a body",
      "POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{",
    ],
  ])(
    "over %s is cut off within 15 seconds",
    async (_, beginning) => {
      const hub = await startLibraryHub();
      await hub.app.listen({ port: 0, host: "127.0.0.1" });
      const { port } = hub.app.server.address() as { port: number };
      const startedAt = Date.now();
      await new Promise<void>((resolve, reject) => {
        const socket = connect(port, "127.0.0.1", () => socket.write(beginning));
        const drip = setInterval(() => socket.write("x"), 500);
        socket.on("data", () => undefined);
        socket.on("error", () => undefined);
        socket.on("close", () => {
          clearInterval(drip);
          resolve();
        });
        socket.setTimeout(20_000, () => reject(new Error("still connected")));
      });
      expect(Date.now() - startedAt).toBeLessThan(15_000);
      await hub.close();
    },
    30_000,
  );
});

describe("a gateway that is told to stop", () => {
  test("answers what is in flight, closes idle connections, and takes nothing new", async () => {
    let release = (): void => undefined;
    const held = new Promise<void>(resolve => void (release = resolve));
    let reached = (): void => undefined;
    const isAsked = new Promise<void>(resolve => void (reached = resolve));
    const library = new Map(inProcessLibrary());
    const catalogue = library.get("catalogue")!;
    library.set("catalogue", async (...question) => {
      reached();
      await held;
      return catalogue(...question);
    });
    const hub = await startLibraryHub({ transport: createInProcessTransport(library) });
    const url = `http://127.0.0.1:${await listen(hub)}`;
    const dispatcher = new Agent({ keepAliveTimeout: 60_000 });
    const idle = await request(`${url}/healthz`, { dispatcher });
    await idle.body.dump();
    const answer = request(`${url}/graphql`, {
      method: "POST",
      dispatcher,
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: "{ shelves { name } }" }),
    });
    await isAsked;
    const closed = hub.close();
    await expect(request(`${url}/healthz`)).rejects.toThrow();
    release();
    const { statusCode, body } = await answer;
    expect(statusCode).toBe(200);
    expect(await body.json()).toHaveProperty("data.shelves");
    const startedAt = Date.now();
    await closed;
    expect(Date.now() - startedAt).toBeLessThan(1_000);
    await dispatcher.close();
  });
});
