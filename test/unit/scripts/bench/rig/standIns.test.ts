import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import { createRequestSigner } from "../../../../../gateway/fetch/requestSigner";
import { CLAIMS_HEADER } from "../../../../../schema/contract/signature";
import { createTeardown, type Teardown } from "../../../../../scripts/hub/createTeardown";
import { freePort } from "../../../../../scripts/services/freePort";
import { createSecretVariables } from "../../../../../scripts/settings/createSecretVariables";
import { readSettings } from "../../../../../scripts/settings/readSettings";
import { SECRET_SETTINGS } from "../../../../../scripts/settings/secretSettings";
import { claimsOf } from "../../../../support/claims";

/** Built: the benchmark runs it as a process. */
const RECORDED = join(__dirname, "../../../../../dist/scripts/bench/rig/recordedSubgraphs.js");
const QUESTION = '{"query":"{ __typename }"}';

describe("stand-ins for subgraphs", () => {
  let real: Server;
  let askedReal: IncomingHttpHeaders[];
  let teardown: Teardown;
  const secrets = createSecretVariables();
  beforeEach(async () => {
    teardown = createTeardown();
    askedReal = [];
    real = createServer((request, response) => {
      askedReal.push(request.headers);
      request.resume().on("end", () => response.end('{"data":{}}'));
    });
    await once(real.listen(0, "127.0.0.1"), "listening");
    teardown.add(() => new Promise<void>(resolve => real.close(() => resolve())));
  });
  afterEach(() => teardown.close());

  async function start(claims?: string): Promise<string> {
    const port = await freePort();
    const origin = `http://127.0.0.1:${(real.address() as AddressInfo).port}`;
    const env = {
      PATH: process.env.PATH,
      ...secrets,
      ...(claims === undefined ? {} : { BENCH_CLAIMS: claims }),
    };
    const child = spawn(process.execPath, [RECORDED, `telecom=${port}=${origin}`], { env });
    const ended = once(child, "exit");
    const said = text(child.stderr);
    teardown.add(async () => {
      child.kill("SIGKILL");
      await ended;
    });
    const url = `http://127.0.0.1:${port}`;
    while (
      !(await fetch(url).then(
        () => true,
        () => false,
      ))
    ) {
      if (child.exitCode !== null) throw new Error(await said);
      await pause(20);
    }
    return url;
  }

  async function ask(url: string, headers: Readonly<Record<string, string>>): Promise<[number, string]> {
    const response = await fetch(url, { method: "POST", body: QUESTION, headers });
    return [response.status, await response.text()];
  }

  function signed(body: string): Promise<Readonly<Record<string, string>>> {
    const { signingKey } = readSettings({ ...secrets }, { signingKey: SECRET_SETTINGS.gatewaySigningKey });
    const sign = createRequestSigner(signingKey);
    return sign({ subgraph: "telecom", claims: claimsOf({}), body, now: Date.now() }) as never;
  }

  test("refuse a gateway that does not sign, and do not ask the real one for it", async () => {
    const url = await start();
    expect(await ask(url, {})).toEqual([502, expect.stringContaining("not signed")]);
    expect(askedReal).toEqual([]);
  });

  test("refuse a gateway whose signature is of another question", async () => {
    const url = await start();
    expect((await ask(url, await signed("{}")))[0]).toBe(502);
    expect(askedReal).toEqual([]);
  });

  test("ask the real one once, signed as the question came, and answer the same bytes from then on", async () => {
    const url = await start();
    const headers = await signed(QUESTION);
    for (let asked = 0; asked < 2; asked++) expect(await ask(url, headers)).toEqual([200, '{"data":{}}']);
    expect(askedReal).toHaveLength(1);
    expect(askedReal[0]?.[CLAIMS_HEADER]).toBe(headers[CLAIMS_HEADER]);
  });

  test("sign for the gateway that has no security, where they are started for it", async () => {
    const url = await start(JSON.stringify(claimsOf({})));
    expect(await ask(url, {})).toEqual([200, '{"data":{}}']);
    expect(askedReal[0]?.[CLAIMS_HEADER]).toBeDefined();
  });
});
