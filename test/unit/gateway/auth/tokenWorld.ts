import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import {
  exportJWK,
  generateKeyPair,
  SignJWT,
  type CryptoKey,
  type JWK,
  type JWTHeaderParameters,
  type JWTPayload,
} from "jose";
import { createAuthenticate, type Authenticate } from "../../../../gateway/auth/authenticate";
import type { Overstep } from "../../../../gateway/auth/callerOf";
import { fetchKeySet } from "../../../../gateway/auth/fetchKeySet";
import type { Revocations } from "../../../../gateway/auth/revocations";
import { createTrustedIssuers } from "../../../../gateway/auth/trustedIssuers";
import { parseTrustedIssuers } from "../../../../schema/contract/trustedIssuers";

/** Somebody who signs tokens. */
export interface Signer {
  readonly privateKey: CryptoKey;
  readonly jwk: JWK;
}

/** A key pair whose public half can be published. */
export async function createSigner(kid: string, algorithm = "ES256"): Promise<Signer> {
  const { privateKey, publicKey } = await generateKeyPair(algorithm, { extractable: true });
  return { privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg: algorithm, use: "sig" } };
}

/** An issuer's key set on a real server, which counts who asks for it. */
export interface KeyServer {
  readonly uri: string;
  readonly keys: JWK[];
  fetches: number;
  isDown: boolean;
  close(): Promise<void>;
}

/** Starts a key server on a free port. */
export async function startKeyServer(keys: readonly JWK[]): Promise<KeyServer> {
  const server: Server = createServer((_, response) => {
    world.fetches += 1;
    if (world.isDown) response.writeHead(503).end();
    else
      response
        .writeHead(200, { "content-type": "application/json" })
        .end(JSON.stringify({ keys: world.keys }));
  });
  await new Promise<void>(resolve => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const world: KeyServer = {
    uri: `http://127.0.0.1:${port}/jwks`,
    keys: [...keys],
    fetches: 0,
    isDown: false,
    close: () =>
      new Promise(resolve => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return world;
}

/** A clock that stands until it is moved. */
export interface HandClock {
  (): Date;
  move(milliseconds: number): void;
}

/** A clock at a full second, so that tokens made by it are exact. */
export function createHandClock(at = Date.UTC(2026, 10, 24, 8)): HandClock {
  let now = at;
  return Object.assign(() => new Date(now), { move: (milliseconds: number) => void (now += milliseconds) });
}

export const BANK_ISS = "https://bank.example";
export const POLICE_ISS = "https://police.example";

/** A gateway's authentication with one bank and one police issuer. */
export function createWorld(parts: {
  readonly jwksUri: string;
  readonly clock: HandClock;
  readonly revocations?: Revocations;
  readonly bank?: Readonly<Record<string, unknown>>;
}): { authenticate: Authenticate; attempts: Overstep[] } {
  const common = { jwksUri: parts.jwksUri, audiences: ["duanka"], algorithms: ["ES256"] };
  const issuers = parseTrustedIssuers(
    JSON.stringify([
      {
        ...common,
        name: "bank",
        issuer: BANK_ISS,
        kind: "BANK",
        institutions: ["102", "103"],
        ...parts.bank,
      },
      { ...common, name: "police", issuer: POLICE_ISS, kind: "POLICE", institutions: ["O1"] },
      { ...common, name: "person", issuer: "https://person.example", kind: "PERSON", institutions: [] },
      { ...common, name: "audit", issuer: "https://audit.example", kind: "AUDITOR", institutions: [] },
    ]),
  );
  const attempts: Overstep[] = [];
  const authenticate = createAuthenticate({
    issuers: createTrustedIssuers(issuers, fetchKeySet, parts.clock),
    revocations: parts.revocations ?? { isRevoked: () => false },
    clock: parts.clock,
    onAttempt: attempt => {
      attempts.push(attempt);
      return Promise.resolve();
    },
  });
  return { authenticate, attempts };
}

/** The claims of a good token of the bank. */
export function goodClaims(clock: HandClock): JWTPayload {
  const seconds = clock().getTime() / 1_000;
  return {
    iss: BANK_ISS,
    aud: "duanka",
    sub: "clerk",
    jti: "t-1",
    iat: seconds,
    exp: seconds + 600,
    scope: "subject:read account:read",
    institution: "102",
  };
}

/** Signs claims; a header or a claim that is undefined is left out. */
export function sign(
  signer: Signer,
  claims: JWTPayload,
  header: Partial<JWTHeaderParameters> = {},
): Promise<string> {
  const { kid, alg = "ES256" } = signer.jwk;
  const jwt = new SignJWT(JSON.parse(JSON.stringify(claims)) as JWTPayload);
  return jwt.setProtectedHeader({ alg, kid, typ: "at+jwt", ...header }).sign(signer.privateKey);
}
