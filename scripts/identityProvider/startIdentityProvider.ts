import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { AUDIENCE, createProvider } from "./createProvider";
import { DEMO_ISSUERS } from "./demoIssuers";
import { handleLogin } from "./handleLogin";
import type { IdentitySecrets } from "./identitySecrets";

const HOST = "127.0.0.1"; // whoever reaches it can be any demo user, so nobody but this machine reaches it
const REQUEST_LIMIT_MS = 15_000; // a browser on the same machine needs none of it

export interface IdentityProviderOptions {
  /** 0 for any free port. Part of each issuer's name, so keep it to keep issued tokens valid. */
  readonly port: number;
  readonly secrets: IdentitySecrets;
  /** Subject token of the person whom the user `person` stands for; null while nobody is stored. */
  readonly personToken: string | null;
  /** Where the web page may be sent back to after a log-in. */
  readonly redirectUris: readonly string[];
}

export interface IdentityProvider {
  readonly origin: string;
  /** What the gateway is told about these issuers, as `parseTrustedIssuers` reads it. */
  readonly trustedIssuers: string;
  close(): Promise<void>;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** Starts all demo issuers under one address of the loopback interface, each at the path of its name. */
export async function startIdentityProvider(options: IdentityProviderOptions): Promise<IdentityProvider> {
  const routes = new Map<string, Handler>();
  const server = createServer({ requestTimeout: REQUEST_LIMIT_MS }, (request, response) => {
    const name = new URL(request.url ?? "/", "http://localhost").pathname.split("/")[1] ?? "";
    const handle = isLoopbackName(request.headers.host) ? routes.get(name) : undefined;
    if (handle) handle(request, response);
    else response.writeHead(404, { "content-type": "text/plain" }).end("not found\n");
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, HOST, resolve);
  });
  const origin = `http://${HOST}:${(server.address() as AddressInfo).port}`;
  for (const issuer of DEMO_ISSUERS) routes.set(issuer.name, createHandler(issuer, origin, options));
  return {
    origin,
    trustedIssuers: describeIssuers(origin),
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function createHandler(
  issuer: (typeof DEMO_ISSUERS)[number],
  origin: string,
  options: IdentityProviderOptions,
): Handler {
  const { secrets, personToken, redirectUris } = options;
  const mount = `/${issuer.name}`;
  const provider = createProvider({ issuer, url: `${origin}${mount}`, secrets, personToken, redirectUris });
  const answer = provider.callback();
  const redirectOrigins = [...new Set(redirectUris.map(uri => new URL(uri).origin))];
  return (request, response) => {
    const url = request.url ?? "/";
    if (url.startsWith(`${mount}/login/`)) {
      handleLogin({ issuer, provider, redirectOrigins }, request, response).catch(() => {
        // A log-in that has ended, or whose cookie is missing: it has to be begun anew.
        if (!response.headersSent) response.writeHead(400, { "content-type": "text/plain; charset=utf-8" });
        response.end("This log-in has ended. Go back to the page you came from and log in again.\n");
      });
      return;
    }
    // The provider knows its own path from its name; it routes on what comes after it.
    Object.assign(request, { originalUrl: url, url: url.slice(mount.length) || "/" });
    void answer(request, response);
  };
}

/** A page elsewhere that had its name resolved to this machine would still send its own name along. */
function isLoopbackName(host: string | undefined): boolean {
  return host !== undefined && /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host);
}

function describeIssuers(origin: string): string {
  const issuers = DEMO_ISSUERS.map(({ name, kind, algorithm, institutions }) => ({
    name,
    issuer: `${origin}/${name}`,
    jwksUri: `${origin}/${name}/jwks`,
    kind,
    institutions,
    audiences: [AUDIENCE],
    algorithms: [algorithm],
    freeQueries: true,
  }));
  return JSON.stringify(issuers, null, 2);
}
