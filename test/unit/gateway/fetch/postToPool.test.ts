import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { Pool } from "undici";
import { OutOfTime, postToPool, type Received } from "../../../../gateway/fetch/postToPool";

/** In a thread of its own it answers while this one stands still. What is posted to /never gets no answer. */
const SERVER = `
  const { createServer } = require("node:http");
  const { parentPort } = require("node:worker_threads");
  const server = createServer((request, response) => {
    request.resume().on("end", () => request.url === "/never" || response.end('{"data":{}}'));
  });
  server.listen(0, "127.0.0.1", () => parentPort.postMessage(server.address().port));`;

describe("a question that is posted to a subgraph", () => {
  let server: Worker;
  let pool: Pool;
  beforeAll(async () => {
    server = new Worker(SERVER, { eval: true });
    const [port] = (await once(server, "message")) as [number];
    pool = new Pool(`http://127.0.0.1:${port}`);
  });
  afterAll(async () => {
    await pool.destroy();
    await server.terminate();
  });

  function post(limitMs: number, path = "/"): Promise<Received> {
    return postToPool(pool, { path, body: "{}", headers: {}, limitMs, maxBytes: 1_000 });
  }

  test("is told that its time is over where no answer comes", async () => {
    await expect(post(50, "/never")).rejects.toBeInstanceOf(OutOfTime);
  });

  test("has its answer where that came in while the process stood still, though its time is over", async () => {
    await post(5_000); // from now on there is a connection
    const got = post(20);
    const until = performance.now() + 200;
    while (performance.now() < until);
    expect(await got).toMatchObject({ statusCode: 200, text: '{"data":{}}' });
  });
});
