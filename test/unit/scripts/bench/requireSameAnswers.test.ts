import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Contestant } from "../../../../scripts/bench/load/putUnderLoad";
import { requireSameAnswers } from "../../../../scripts/bench/workloads/requireSameAnswers";

const PEOPLE = ["E12345678", "E12345679"].map(number => ({ type: "PASSPORT", number }) as const);

describe("contestants that are to be compared", () => {
  const servers: Server[] = [];
  afterAll(() => servers.forEach(server => server.close()));

  /** Answers each question in its own way. */
  async function start(name: string, answer: (body: string) => string): Promise<Contestant> {
    const server = createServer((request, response) => {
      let body = "";
      request.on("data", text => (body += String(text)));
      request.on("end", () => response.end(answer(body)));
    });
    servers.push(server);
    await new Promise<void>(resolve => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    return { name, url: `http://127.0.0.1:${port}`, pid: process.pid, headers: {} };
  }

  test("are, where they tell the same in another order and say more beside it", async () => {
    const ours = await start("duanka", () => '{"data":{"id":1,"lines":[1,2]},"extensions":{"audit":{}}}');
    const theirs = await start("apollo", () => '{"data":{"lines":[1,2],"id":1}}');
    await expect(requireSameAnswers([ours, theirs], PEOPLE)).resolves.toBeUndefined();
  });

  test("are, where the police register answered each as of the moment in which it was asked", async () => {
    const answer = (asOf: string) => () =>
      `{"data":{"policeCoverage":[{"asOf":"${asOf}","institution":{"code":"POLICE"}}]}}`;
    const ours = await start("duanka", answer("2026-11-24T02:00:00.000Z"));
    const theirs = await start("apollo", answer("2026-11-24T02:00:00.100Z"));
    await expect(requireSameAnswers([ours, theirs], PEOPLE)).resolves.toBeUndefined();
  });

  test.each<[what: string, answer: (body: string) => string]>([
    ["leaves a line out", () => '{"data":{"lines":[1]}}'],
    ["tells the lines in another order", () => '{"data":{"lines":[2,1]}}'],
    ["answers with an error", () => '{"errors":[{"message":"no"}],"data":{"lines":null}}'],
    ["errs at the second person", body => `{"data":{"lines":[1${body.includes("E12345679") ? "" : ",2"}]}}`],
  ])("are not where one %s, and it is told which", async (_what, answer) => {
    const ours = await start("duanka", () => '{"data":{"lines":[1,2]}}');
    const theirs = await start("hive", answer);
    await expect(requireSameAnswers([ours, theirs], PEOPLE)).rejects.toThrow(
      "Hive Gateway tells something else than Duanka",
    );
  });
});
