import { hash, randomUUID, sign, timingSafeEqual, verify, type KeyObject } from "node:crypto";
import { z } from "zod";
import type { RequestClaims } from "./claims";
import { HubError } from "./errors";
import { requestClaimsSchema } from "./requestClaimsSchema";

/** Carries the envelope: base64url of its JSON. */
export const CLAIMS_HEADER = "duanka-claims";
/** Carries the SHA-256 of every claims header that was signed at once, this one's among them: base64url, by commas. */
export const GROUP_HEADER = "duanka-signed-group";
/** Carries the Ed25519 signature of the group header, base64url. */
export const SIGNATURE_HEADER = "duanka-signature";

/** More are signed in several groups: each request carries a digest of all that are in its own. */
export const MOST_SIGNED_AT_ONCE = 16;
/** Keeps a signature made for something else from being taken for one of requests. */
const SIGNED_PREFIX = "duanka-requests-2\n";
/** Claims take about 1 kB; Node refuses 16 kB of headers altogether. */
const MAX_HEADER_CHARACTERS = 8_192;
/** Two machines' clocks may differ by this much. */
const MAX_CLOCK_SKEW_MS = 5_000;
const BASE64URL = /^[A-Za-z0-9_-]+$/;
/** Digests of 32 bytes in base64url. */
const GROUP_FORM = new RegExp(`^[A-Za-z0-9_-]{43}(,[A-Za-z0-9_-]{43}){0,${MOST_SIGNED_AT_ONCE - 1}}$`);
/** 64 bytes in base64url. */
const SIGNATURE_FORM = /^[A-Za-z0-9_-]{86}$/;

const envelopeSchema = z.strictObject({
  subgraph: z.string().min(1).max(64),
  claims: requestClaimsSchema,
  bodyDigest: z.string().length(43),
  issuedAt: z.int().nonnegative(),
  nonce: z.string().min(16).max(64).regex(BASE64URL),
});

export interface SignatureHeaders {
  readonly [CLAIMS_HEADER]: string;
  readonly [GROUP_HEADER]: string;
  readonly [SIGNATURE_HEADER]: string;
}

/** One request to one subgraph. */
export interface RequestToSign {
  readonly subgraph: string;
  readonly claims: RequestClaims;
  /** Exactly the bytes that are sent. */
  readonly body: string | Uint8Array;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly nonce?: string;
}

interface RequestToVerify {
  /** All that are trusted, tried in turn: each that does not fit costs a verification. */
  readonly keys: readonly KeyObject[];
  readonly subgraph: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Exactly the bytes that came in. */
  readonly body: string | Uint8Array;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly maxAgeMs: number;
}

/** What a verified request says. Whether the nonce was seen before is for the receiver to remember. */
export interface VerifiedRequest {
  readonly claims: RequestClaims;
  readonly nonce: string;
  /** Milliseconds since 1970. */
  readonly issuedAt: number;
  /** Which of the trusted keys has signed. */
  readonly signer: KeyObject;
}

/** Writes {subgraph, claims, body digest, time, nonce} of one request as its claims header. */
export function writeEnvelope({ subgraph, claims, body, now, nonce }: RequestToSign): string {
  const envelope: z.input<typeof envelopeSchema> = {
    subgraph,
    claims,
    bodyDigest: digestOf(body),
    issuedAt: now,
    nonce: nonce ?? randomUUID(),
  };
  return Buffer.from(JSON.stringify(envelope), "utf8").toString("base64url");
}

/**
 * Signs these envelopes with one signature and gives the headers of each request in their order. A subgraph sees
 * digests of what went to others, which tell nothing of it: each nonce is 122 random bits. Throws for more than
 * MOST_SIGNED_AT_ONCE.
 */
export function signEnvelopes(key: KeyObject, envelopes: readonly string[]): SignatureHeaders[] {
  requireEd25519(key);
  if (envelopes.length > MOST_SIGNED_AT_ONCE)
    throw new Error(`at most ${MOST_SIGNED_AT_ONCE} requests are signed at once`);
  const group = envelopes.map(digestOf).join(",");
  const signature = sign(null, signedBytes(group), key).toString("base64url");
  return envelopes.map(envelope => ({
    [CLAIMS_HEADER]: envelope,
    [GROUP_HEADER]: group,
    [SIGNATURE_HEADER]: signature,
  }));
}

/** Checks a request in the order of the lines below; throws UNAUTHENTICATED, the detail says what failed. */
export function verifyRequest(request: RequestToVerify): VerifiedRequest {
  const { keys, subgraph, headers, body, now, maxAgeMs } = request;
  const header = requireHeader(headers, CLAIMS_HEADER, BASE64URL);
  const group = requireHeader(headers, GROUP_HEADER, GROUP_FORM);
  const signature = Buffer.from(requireHeader(headers, SIGNATURE_HEADER, SIGNATURE_FORM), "base64url");
  // Signed are the headers as they were sent, so nothing unproven is ever parsed and no second form exists.
  const bytes = signedBytes(group);
  keys.forEach(requireEd25519);
  const signer = keys.find(key => verify(null, bytes, key, signature));
  if (signer === undefined) throw unauthenticated("no trusted key fits the signature");
  const digest = digestOf(header);
  if (!group.split(",").some(signed => equals(signed, digest)))
    throw unauthenticated("the claims are not among those that were signed");
  const envelope = parseEnvelope(header);
  if (envelope.subgraph !== subgraph) throw unauthenticated("signed for another subgraph");
  if (!equals(envelope.bodyDigest, digestOf(body)))
    throw unauthenticated("the body is not the one that was signed");
  const ageMs = now - envelope.issuedAt;
  if (!(ageMs <= maxAgeMs)) throw unauthenticated("too old");
  if (ageMs < -MAX_CLOCK_SKEW_MS) throw unauthenticated("signed in the future");
  return { claims: envelope.claims, nonce: envelope.nonce, issuedAt: envelope.issuedAt, signer };
}

function requireHeader(headers: RequestToVerify["headers"], name: string, form: RegExp): string {
  const value = headers[name];
  if (value === undefined) throw unauthenticated(`header ${name} is missing`);
  if (typeof value !== "string") throw unauthenticated(`header ${name} came more than once`);
  if (value.length > MAX_HEADER_CHARACTERS) throw unauthenticated(`header ${name} is too long`);
  if (!form.test(value)) throw unauthenticated(`header ${name} has the wrong form`);
  return value;
}

function parseEnvelope(header: string): z.output<typeof envelopeSchema> {
  try {
    return envelopeSchema.parse(JSON.parse(Buffer.from(header, "base64url").toString("utf8")));
  } catch (error) {
    const where =
      error instanceof z.ZodError ? error.issues.map(issue => issue.path.join(".")).join(", ") : "JSON";
    throw unauthenticated(`the signed envelope is malformed (${where})`);
  }
}

function signedBytes(group: string): Buffer {
  return Buffer.from(SIGNED_PREFIX + group, "latin1");
}

function digestOf(content: string | Uint8Array): string {
  return hash("sha256", content, "base64url");
}

function equals(left: string, right: string): boolean {
  return left.length === right.length && timingSafeEqual(Buffer.from(left), Buffer.from(right));
}

// With a key of another kind the algorithm would follow the key, and with it what a signature is worth.
function requireEd25519(key: KeyObject): void {
  if (key.asymmetricKeyType !== "ed25519") throw new Error("requests are signed with Ed25519 keys only");
}

function unauthenticated(detail: string): HubError {
  return new HubError("UNAUTHENTICATED", "The request carries no valid signature of the gateway.", {
    detail: `request signature refused: ${detail}`,
  });
}
