import { createHash } from "node:crypto";
import {
  decodeJwt,
  decodeProtectedHeader,
  errors,
  jwtVerify,
  type JWTPayload,
  type ProtectedHeaderParameters,
} from "jose";
import { LRUCache } from "lru-cache";
import type { Caller } from "../../schema/contract/claims";
import type { Clock } from "../../schema/contract/clock";
import { HubError } from "../../schema/contract/errors";
import { callerOf, type Overstep } from "./callerOf";
import type { Revocations } from "./revocations";
import { createTokenRefusal } from "./tokenRefusal";
import type { KnownIssuer, TrustedIssuers } from "./trustedIssuers";

/** Finds out who asks, from the header `authorization`; throws UNAUTHENTICATED. */
export type Authenticate = (authorization: string | undefined) => Promise<Caller>;

export interface AuthenticateOptions {
  readonly issuers: TrustedIssuers;
  readonly revocations: Revocations;
  readonly clock: Clock;
  /** Told when an issuer has overstepped its bounds: an alarm for whoever watches. A throw refuses the token. */
  readonly onAttempt: (attempt: Overstep) => Promise<void>;
}

/** Clocks of honest machines differ by less; a token is not stretched by more. */
export const CLOCK_TOLERANCE_SECONDS = 5;
/** A token with all its claims is below 2 kB. */
const MAX_TOKEN_LENGTH = 8_192;
/** Verifying a signature costs more than the rest of the road: it is done once a minute for each token. */
const VERIFIED_MS = 60_000;
/** More officers than one gateway hears in the minute for which a check counts. */
const VERIFIED_TOKENS = 10_000;

const BEARER = /^Bearer +([A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+)$/i;
const TYPES: readonly string[] = ["jwt", "at+jwt"];
/** Headers by which a token would bring its own key, or ask for an extension that nobody here has. */
const REFUSED_HEADERS = ["jku", "jwk", "x5u", "x5c", "crit", "b64"] as const;

interface Verified {
  readonly known: KnownIssuer;
  readonly caller: Caller;
  readonly payload: JWTPayload;
  readonly generation: number;
  readonly at: number;
}

/** The checks of a token, in this order; the first that fails refuses it. */
export function createAuthenticate(options: AuthenticateOptions): Authenticate {
  const { clock } = options;
  const verified = new LRUCache<string, Verified>({ max: VERIFIED_TOKENS });
  return async authorization => {
    const token = readBearer(authorization);
    // The token itself is kept nowhere.
    const key = createHash("sha256").update(token).digest("base64");
    const before = verified.get(key);
    const now = clock().getTime();
    const isGood = before !== undefined && now - before.at < VERIFIED_MS && isSameGeneration(before);
    const result = isGood ? before : await verify(token, options);
    if (!isGood) verified.set(key, result);
    // Time and revocation are looked at each time.
    requireWithinTime(result.payload, now);
    requireUnrevoked(result, options.revocations);
    return result.caller;
  };
}

function isSameGeneration({ known, generation }: Verified): boolean {
  return known.keys.generation === generation;
}

function readBearer(authorization: string | undefined): string {
  if (authorization === undefined) throw createTokenRefusal("no authorization header");
  if (authorization.length > MAX_TOKEN_LENGTH) throw createTokenRefusal("the header is too long");
  const token = BEARER.exec(authorization)?.[1];
  if (token === undefined) throw createTokenRefusal("no bearer token");
  return token;
}

async function verify(token: string, { issuers, clock, onAttempt }: AuthenticateOptions): Promise<Verified> {
  try {
    const header = decodeProtectedHeader(token);
    const known = issuers.find(decodeJwt(token).iss ?? "");
    if (known === null) throw createTokenRefusal("the issuer is not trusted");
    checkHeader(header, known);
    const { issuer, keys } = known;
    const { payload } = await jwtVerify(token, (protectedHeader, jws) => keys.find(protectedHeader, jws), {
      algorithms: [...issuer.algorithms],
      issuer: issuer.issuer,
      audience: [...issuer.audiences],
      requiredClaims: ["exp", "iat", "sub"],
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      currentDate: clock(),
    });
    const oversteps: Overstep[] = [];
    try {
      const caller = callerOf(payload, issuer, overstep => oversteps.push(overstep));
      return { known, caller, payload, generation: keys.generation, at: clock().getTime() };
    } finally {
      for (const overstep of oversteps) await onAttempt(overstep);
    }
  } catch (error) {
    if (error instanceof HubError) throw error;
    throw createTokenRefusal(describe(error), error);
  }
}

function checkHeader(header: ProtectedHeaderParameters, { issuer }: KnownIssuer): void {
  const type = header.typ?.toLowerCase().replace(/^application\//, "");
  if (type === undefined || !TYPES.includes(type))
    throw createTokenRefusal("typ is not that of an access token");
  const refused = REFUSED_HEADERS.find(name => name in header);
  if (refused !== undefined) throw createTokenRefusal(`the header ${refused} is not accepted`);
  const algorithms: readonly string[] = issuer.algorithms;
  if (header.alg === undefined || !algorithms.includes(header.alg))
    throw createTokenRefusal("alg is not the issuer's");
}

/** Which check it was; the library's message would repeat parts of the token. */
function describe(error: unknown): string {
  if (error instanceof errors.JWTClaimValidationFailed || error instanceof errors.JWTExpired) {
    return `${error.code}: ${error.claim}`;
  }
  return error instanceof errors.JOSEError ? error.code : "the token cannot be checked";
}

function requireWithinTime({ exp, nbf, iat }: JWTPayload, now: number): void {
  const seconds = Math.floor(now / 1_000);
  if (exp === undefined || exp <= seconds - CLOCK_TOLERANCE_SECONDS) throw createTokenRefusal("exp");
  if (nbf !== undefined && nbf > seconds + CLOCK_TOLERANCE_SECONDS) throw createTokenRefusal("nbf");
  // A token from the future would outlast a revocation of today.
  if (iat === undefined || iat > seconds + CLOCK_TOLERANCE_SECONDS) throw createTokenRefusal("iat");
}

function requireUnrevoked({ caller, payload }: Verified, revocations: Revocations): void {
  const issuedAt = new Date((payload.iat ?? 0) * 1_000);
  if (revocations.isRevoked(payload.jti ?? null, caller.id, issuedAt)) throw createTokenRefusal("revoked");
}
