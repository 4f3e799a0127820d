import { createHash, randomBytes } from "node:crypto";
import { createRemoteJWKSet, decodeProtectedHeader, type JWTPayload, jwtVerify } from "jose";
import { SCOPE_CEILINGS } from "../../../../schema/contract/scopes";
import { parseTrustedIssuers, type TrustedIssuer } from "../../../../schema/contract/trustedIssuers";
import { DEMO_USERS, scopesOf } from "../../../../scripts/identityProvider/demoUsers";
import { createIdentitySecrets } from "../../../../scripts/identityProvider/identitySecrets";
import { requestToken } from "../../../../scripts/identityProvider/requestToken";
import {
  type IdentityProvider,
  startIdentityProvider,
} from "../../../../scripts/identityProvider/startIdentityProvider";
import { freePort } from "../../../../scripts/services/freePort";

const PERSON_TOKEN = `1${"p".repeat(43)}`;
const CONSOLE = "http://127.0.0.1:4999/";
const secrets = createIdentitySecrets();
let provider: IdentityProvider;

beforeAll(async () => {
  provider = await startIdentityProvider({
    port: 0,
    secrets,
    personToken: PERSON_TOKEN,
    redirectUris: [CONSOLE],
  });
});
afterAll(() => provider.close());

function issuerOf(name: string): TrustedIssuer {
  const issuer = parseTrustedIssuers(provider.trustedIssuers).find(one => one.name === name);
  if (issuer === undefined) throw new Error(`no issuer ${name}`);
  return issuer;
}

async function verify(name: string, token: string): Promise<JWTPayload> {
  const { issuer, jwksUri, audiences, algorithms } = issuerOf(name);
  const keys = createRemoteJWKSet(new URL(jwksUri!));
  const { payload } = await jwtVerify(token, keys, {
    issuer,
    audience: audiences,
    algorithms: [...algorithms],
    typ: "at+jwt",
    requiredClaims: ["exp", "sub", "scope"],
  });
  return payload;
}

async function tokenFor(sub: string): Promise<string> {
  const user = DEMO_USERS.find(one => one.sub === sub)!;
  return (await requestToken(provider.origin, user, secrets.clientSecrets[sub]!)).token;
}

describe("the embedded identity provider", () => {
  it("refuses a client with a wrong secret", async () => {
    await expect(requestToken(provider.origin, DEMO_USERS[0]!, "wrong")).rejects.toThrow(
      "refused to give investigator",
    );
  });

  it("grants a bank's client none of the scopes that are the police's", async () => {
    const response = await fetch(`${provider.origin}/bank/token`, {
      method: "POST",
      headers: {
        authorization: `Basic ${Buffer.from(`bank-risk:${secrets.clientSecrets["bank-risk"]!}`).toString("base64")}`,
        "content-type": "application/x-www-form-urlencoded",
      },
      body: new URLSearchParams({ grant_type: "client_credentials", scope: "account:read case:read" }),
    });
    const { access_token } = (await response.json()) as { access_token: string };
    expect((await verify("bank", access_token)).scope).toBe("account:read");
  });

  it("refuses a client of one issuer at another", async () => {
    const investigator = { ...DEMO_USERS[0]!, issuer: "bank" as const };
    await expect(
      requestToken(provider.origin, investigator, secrets.clientSecrets.investigator!),
    ).rejects.toThrow("refused");
  });

  it("answers nothing to a page that reaches it under a name of its own", async () => {
    const { request } = await import("node:http");
    const status = await new Promise(resolve => {
      request(`${provider.origin}/police/jwks`, { headers: { host: "attacker.example" } }, response => {
        response.resume();
        resolve(response.statusCode);
      }).end();
    });
    expect(status).toBe(404);
  });

  it.each(DEMO_USERS.map(user => [user.sub, user] as const))(
    "gives %s a token of its issuer that lives one hour",
    async (sub, user) => {
      const payload = await verify(user.issuer, await tokenFor(sub));
      expect(payload.sub).toBe(sub);
      expect(payload.exp! - payload.iat!).toBe(3600);
      expect(payload.institution).toBe(user.institution);
      expect(payload.authority).toBe(user.authority);
      expect(payload.person_token).toBe(sub === "person" ? PERSON_TOKEN : undefined);
      const scopes = String(payload.scope).split(" ");
      expect(scopes.sort()).toEqual([...scopesOf(user)].sort());
      expect(SCOPE_CEILINGS[issuerOf(user.issuer).kind]).toEqual(expect.arrayContaining(scopes));
    },
  );

  it("uses each of the three algorithms, and keeps every private key to itself", async () => {
    const algorithms = new Set<string | undefined>();
    for (const user of DEMO_USERS) algorithms.add(decodeProtectedHeader(await tokenFor(user.sub)).alg);
    expect([...algorithms].sort()).toEqual(["ES256", "EdDSA", "RS256"]);
    const response = await fetch(`${provider.origin}/bank/jwks`);
    const { keys } = (await response.json()) as { keys: object[] };
    expect(keys).toHaveLength(1);
    expect(Object.keys(keys[0]!).sort()).toEqual(["alg", "e", "kid", "kty", "n", "use"]);
  });

  it("keeps a token valid over a restart", async () => {
    const port = await freePort();
    const options = { port, secrets, personToken: null, redirectUris: [] };
    const before = await startIdentityProvider(options);
    const { token } = await requestToken(before.origin, DEMO_USERS[0]!, secrets.clientSecrets.investigator!);
    await before.close();
    const after = await startIdentityProvider(options);
    const keys = createRemoteJWKSet(new URL(`${after.origin}/police/jwks`));
    await expect(jwtVerify(token, keys, { issuer: `${after.origin}/police` })).resolves.toBeDefined();
    await after.close();
  });
});

describe("a log-in from the web page", () => {
  const verifier = randomBytes(32).toString("base64url");

  function authorizeUrl(changes: Record<string, string> = {}): string {
    const query = new URLSearchParams({
      client_id: "console",
      response_type: "code",
      redirect_uri: CONSOLE,
      scope: "openid subject:read case:read warning:write",
      state: "s",
      code_challenge: createHash("sha256").update(verifier).digest("base64url"),
      code_challenge_method: "S256",
      ...changes,
    });
    return `${provider.origin}/police/auth?${query.toString()}`;
  }

  it("without PKCE is refused", async () => {
    const location = await redirectOf(
      createBrowser(),
      authorizeUrl({ code_challenge: "", code_challenge_method: "" }),
    );
    expect(location).toContain("error=invalid_request");
  });

  it("to a page that is not ours is refused and sends nobody there", async () => {
    const response = await createBrowser()(authorizeUrl({ redirect_uri: "http://attacker.example/" }));
    expect(response.status).toBe(400);
    expect(response.headers.get("location")).toBeNull();
  });

  it("that was never begun shows no users", async () => {
    const response = await fetch(`${provider.origin}/police/login/${"x".repeat(21)}`);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain("log in again");
  });

  it("as a user of another issuer shows the list again", async () => {
    const browser = createBrowser();
    const login = await redirectOf(browser, authorizeUrl());
    const response = await browser(login, { user: "bank-risk" });
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('value="investigator"');
  });

  it("as an investigator gives a token with what was asked for, less what an investigator may not do", async () => {
    const browser = createBrowser();
    const login = await redirectOf(browser, authorizeUrl());
    const page = await browser(login);
    expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(await page.text()).toContain('value="investigator"');
    const resume = await redirectOf(browser, login, { user: "investigator" });
    const back = new URL(await redirectOf(browser, resume));
    expect(back.origin + back.pathname).toBe(CONSOLE);
    const answer = await fetch(`${provider.origin}/police/token`, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded", origin: new URL(CONSOLE).origin },
      body: new URLSearchParams({
        grant_type: "authorization_code",
        client_id: "console",
        code: back.searchParams.get("code")!,
        redirect_uri: CONSOLE,
        code_verifier: verifier,
      }),
    });
    expect(answer.headers.get("access-control-allow-origin")).toBe(new URL(CONSOLE).origin);
    const { access_token } = (await answer.json()) as { access_token: string };
    const payload = await verify("police", access_token);
    expect(payload).toMatchObject({
      sub: "investigator",
      authority: "A110199",
      scope: "subject:read case:read",
    });
  });
});

type Browser = (url: string, form?: Record<string, string>) => Promise<Response>;

/** Keeps cookies by path and follows no redirect by itself, so that each step can be looked at. */
function createBrowser(): Browser {
  const jar = new Map<string, { value: string; path: string }>();
  return async (url, form) => {
    const path = new URL(url, provider.origin).pathname;
    const cookie = [...jar]
      .filter(([, kept]) => path.startsWith(kept.path))
      .map(([key, kept]) => `${key.split("|")[0]!}=${kept.value}`);
    const response = await fetch(new URL(url, provider.origin), {
      method: form ? "POST" : "GET",
      redirect: "manual",
      headers: { cookie: cookie.join("; ") },
      ...(form ? { body: new URLSearchParams(form) } : {}),
    });
    for (const line of response.headers.getSetCookie()) {
      const [name, value] = line.split(";")[0]!.split("=") as [string, string];
      const kept = /path=([^;]+)/i.exec(line)?.[1] ?? "/";
      jar.set(`${name}|${kept}`, { value, path: kept });
    }
    return response;
  };
}

async function redirectOf(browser: Browser, url: string, form?: Record<string, string>): Promise<string> {
  const response = await browser(url, form);
  const location = response.headers.get("location");
  if (location === null) throw new Error(`no redirect but ${response.status}: ${await response.text()}`);
  return location;
}
