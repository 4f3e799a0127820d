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

  /** A dossier's text with these fields of a person, besides what each has. */
  const whole = (subject: object, coverage: object = {}): string =>
    JSON.stringify({
      data: {
        subject: {
          ...subject,
          policeCoverage: [
            { institution: { code: "POLICE" }, asOf: "2026-11-24T02:00:00.000Z", ...coverage },
          ],
        },
      },
    });
  const LATE = '{"errors":[{"message":"late"}],"data":{"subject":{"policeCoverage":[{"asOf":null}]}}}';

  test("are, where they tell the same in another order and say more beside it", async () => {
    const ours = await start("duanka", () =>
      whole({ id: 1, lines: [1, 2] }).replace(/}$/, ',"extensions":{"audit":{}}}'),
    );
    const theirs = await start("apollo", () => whole({ lines: [1, 2], id: 1 }));
    await expect(requireSameAnswers([ours, theirs], PEOPLE)).resolves.toBeUndefined();
  });

  test("are, where the police register answered each as of the moment in which it was asked", async () => {
    const ours = await start("duanka", () => whole({}));
    const theirs = await start("apollo", () => whole({}, { asOf: "2026-11-24T02:00:00.100Z" }));
    await expect(requireSameAnswers([ours, theirs], PEOPLE)).resolves.toBeUndefined();
  });

  test("are, where one was late with a person and told the whole when it was asked again", async () => {
    let asked = 0;
    const ours = await start("duanka", () => whole({ lines: [1, 2] }));
    const theirs = await start("hive", () => (++asked < 3 ? LATE : whole({ lines: [1, 2] })));
    await expect(requireSameAnswers([ours, theirs], PEOPLE)).resolves.toBeUndefined();
  });

  test.each<[what: string, answer: (body: string) => string]>([
    ["leaves a line out", () => whole({ lines: [1] })],
    ["tells the lines in another order", () => whole({ lines: [2, 1] })],
    ["errs at the second person", body => whole({ lines: body.includes("E12345679") ? [1] : [1, 2] })],
    ["does not tell as of when the police answered", () => whole({ lines: [1, 2] }, { asOf: null })],
  ])("are not where one %s, and it is told which", async (_what, answer) => {
    const ours = await start("duanka", () => whole({ lines: [1, 2] }));
    const theirs = await start("hive", answer);
    await expect(requireSameAnswers([ours, theirs], PEOPLE)).rejects.toThrow(
      "Hive Gateway tells something else than Duanka",
    );
  });

  test.each<[what: string, answer: () => string]>([
    ["answers with an error", () => LATE],
    ["answers what is no JSON", () => "upstream gone"],
    ["answers half of it", () => whole({}).slice(0, -1)],
    ["knows nobody", () => '{"data":{"subject":null}}'],
    ["tells nothing of who answered", () => '{"data":{"subject":{"policeCoverage":[]}}}'],
  ])(
    "are not where one always %s, though the others did the same, and it is told which and what it said",
    async (_what, answer) => {
      const contestants = [await start("hive", answer), await start("apollo", answer)];
      await expect(requireSameAnswers(contestants, PEOPLE)).rejects.toThrow(
        `Hive Gateway does not tell the whole of person 0: ${answer()}`,
      );
    },
  );

  test("are not where one cannot be asked, and it is told where it was looked for", async () => {
    const ours = await start("duanka", () => whole({}));
    const gone = { ...ours, name: "hive", url: "http://127.0.0.1:9" };
    await expect(requireSameAnswers([ours, gone], PEOPLE)).rejects.toThrow(
      "http://127.0.0.1:9 does not answer",
    );
  });
});
