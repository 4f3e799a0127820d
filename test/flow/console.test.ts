import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { WhoAmI } from "../../gateway/console/generated/operations";
import { findConsole } from "../../scripts/hub/findConsole";
import { startTestHub, type TestHub } from "../support/hub";

const FIRST_LOAD_LIMIT_BYTES = 500_000;

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
});
afterAll(() => hub.close());

describe("the web page", () => {
  it("may take nothing from elsewhere, run nothing that is written into it, and stand in no other page", async () => {
    const response = await fetch(hub.gateway);
    const policy = response.headers.get("content-security-policy") ?? "";
    expect(response.status).toBe(200);
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain(`connect-src 'self' ${hub.identityProvider};`);
    expect(policy).not.toMatch(/unsafe|\*|https?:\/\/(?!127\.0\.0\.1)/);
    expect(await response.text()).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\son\w+=/);
  });

  it("carries another nonce each time, the one that its policy names", async () => {
    const nonces = await Promise.all(
      [1, 2].map(async () => {
        const response = await fetch(hub.gateway);
        const nonce = /'nonce-([^']+)'/.exec(response.headers.get("content-security-policy") ?? "")?.[1];
        expect(await response.text()).toContain(`nonce="${nonce!}"`);
        return nonce;
      }),
    );
    expect(new Set(nonces).size).toBe(2);
  });

  it("is asked for anew each time, and its parts, whose names change with them, once", async () => {
    const page = await fetch(hub.gateway);
    expect(page.headers.get("cache-control")).toBe("no-store");
    const part = /src="(\/assets\/[^"]+\.js)"/.exec(await page.text())?.[1];
    const response = await fetch(hub.gateway + part!, { headers: { "accept-encoding": "br" } });
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(response.headers.get("content-encoding")).toBe("br");
  });

  it("is told where one can sign in, and nothing else", async () => {
    const told = (await (await fetch(`${hub.gateway}/console/config.json`)).json()) as object;
    expect(told).toEqual({ issuers: expect.any(Array) });
    expect(JSON.stringify(told)).toContain(`${hub.identityProvider}/police`);
  });

  it.each(["/assets/..%2findex.html", "/assets/../../serveConsole.js", "/assets/none.js"])(
    "gives nothing else away at %s",
    async path => {
      const response = await fetch(hub.gateway + path);
      expect(response.status).toBe(404);
      expect(response.headers.get("content-type")).toContain("application/json");
    },
  );

  it("loads less than 500 kB before anything is drawn", () => {
    const folder = findConsole();
    const page = readFileSync(join(folder, "index.html"), "utf8");
    const named = [...page.matchAll(/(?:src|href)="\/assets\/([^"]+)"/g)].map(match => match[1]!);
    const size = named
      .map(name => brotliCompressSync(readFileSync(join(folder, "assets", name))).length)
      .reduce((sum, one) => sum + one, 0);
    expect(named.length).toBeGreaterThan(1);
    expect(size).toBeLessThan(FIRST_LOAD_LIMIT_BYTES);
    expect(readdirSync(join(folder, "assets")).length).toBeGreaterThan(named.length);
  });
});

describe("the trusted documents", () => {
  it("are answered by their hash alone", async () => {
    const response = await fetch(`${hub.gateway}/graphql`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        authorization: `Bearer ${await hub.tokenFor("auditor")}`,
      },
      body: JSON.stringify({
        operationName: WhoAmI.name,
        extensions: { persistedQuery: { version: 1, sha256Hash: WhoAmI.hash } },
      }),
    });
    expect(await response.json()).toMatchObject({ data: { me: { id: "audit/auditor" } } });
  });
});
