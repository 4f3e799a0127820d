import { execFileSync } from "node:child_process";
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import { freePort } from "../../../../scripts/services/freePort";

/** The built module, for another process; `npm test` builds it first. */
const BUILT = join(__dirname, "../../../../dist/scripts/services/freePort.js");
/** Of 12,001 ports: without being kept, some of so many would be given twice, all but certainly. */
const MANY = 400;

function take(count: number): Promise<number[]> {
  return Promise.all(Array.from({ length: count }, () => freePort()));
}

function takeElsewhere(count: number): number[] {
  const script = `const { freePort } = require(${JSON.stringify(BUILT)});
    Promise.all(Array.from({ length: ${count} }, () => freePort())).then(ports => console.log(JSON.stringify(ports)));`;
  return JSON.parse(execFileSync(process.execPath, ["-e", script], { encoding: "utf8" })) as number[];
}

describe("a free port", () => {
  it("is given to one caller alone, before anybody listens on it", async () => {
    expect(new Set(await take(MANY)).size).toBe(MANY);
  });

  it("is not given to another process while this one lives", async () => {
    const ours = new Set(await take(MANY));
    expect(takeElsewhere(MANY).filter(port => ours.has(port))).toEqual([]);
  });

  it("has a free neighbour where two are asked for, which nobody else is given", async () => {
    const port = await freePort(1);
    const server = createServer();
    await new Promise<void>(resolve => server.listen(port + 1, "127.0.0.1", resolve));
    server.close();
    expect(await take(MANY)).not.toContain(port + 1);
  });

  it("is given back to the machine when the process that took it has ended", async () => {
    const theirs = takeElsewhere(1)[0]!;
    const keeper = createSocket("udp4").bind({ port: theirs, address: "127.0.0.1", exclusive: true });
    await once(keeper, "listening"); // throws where it is still kept
    keeper.close();
  });
});
