import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { putUnderLoad, type Contestant } from "../../../../../scripts/bench/load/putUnderLoad";

const RIGHT = `{"data":"right"}`;
const WRONG = `{"errors":["not now"]}`;
/** More than are asked before it is looked whether to go on, which is once a second. */
const MANY = 200_000;

describe("a contestant under load", () => {
  let server: Server;
  let answered = 0;
  afterEach(() => {
    server.closeAllConnections();
    return new Promise(resolve => server.close(resolve));
  });

  /** Its first answers are wrong. */
  async function start(wrongOnes: number): Promise<Contestant> {
    answered = 0;
    server = createServer((_request, response) => {
      answered += 1;
      response.end(answered <= wrongOnes ? WRONG : RIGHT);
    });
    await new Promise<void>(resolve => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    return { name: "one", url: `http://127.0.0.1:${port}/`, pid: process.pid, headers: {} };
  }

  const load = { connections: 4, next: () => ({ body: "{}" }) };
  const isRight = (body: string) => body === RIGHT;

  test("is not taken for warm where it was given up because it answered wrongly", async () => {
    const warmUp = putUnderLoad(await start(Infinity), { ...load, isRight, requests: MANY });
    await expect(warmUp).rejects.toThrow(/given up .*not now/);
    expect(answered).toBeLessThan(MANY);
  });

  test("is asked as often as was said, and a few wrong answers are told", async () => {
    const { wrong, firstWrong } = await putUnderLoad(await start(3), { ...load, isRight, requests: 100 });
    expect({ wrong, firstWrong, answered }).toEqual({ wrong: 3, firstWrong: WRONG, answered: 100 });
  });
});
