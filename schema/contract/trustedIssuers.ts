import { z } from "zod";
import { CALLER_KINDS } from "./claims";
import { SCOPE_CEILINGS, SCOPES } from "./scopes";

/** Signatures that need a private key to make: with a shared secret whoever verifies could also issue. */
const ALGORITHMS = [
  "EdDSA",
  "Ed25519",
  "ES256",
  "ES384",
  "ES512",
  "PS256",
  "PS384",
  "PS512",
  "RS256",
  "RS384",
  "RS512",
] as const;
/** On the machine itself nothing can be changed on the way, so plain HTTP will do. */
const LOOPBACK_HOSTS: readonly string[] = ["localhost", "127.0.0.1", "[::1]"];
/** Kinds whose callers always act for one bank, carrier, payment institution or organ. */
const KINDS_WITH_INSTITUTIONS: readonly string[] = ["POLICE", "BANK", "PAYMENT", "CARRIER"];
/** A thousand officers behind one name; more than that is no longer a limit. */
export const MAX_VOLUME = 1_000;
/** Parts of a private or symmetric JSON Web Key. */
const SECRET_JWK_PARTS = ["d", "k", "p", "q"] as const;

const code = z.string().regex(/^[A-Za-z0-9_-]{1,32}$/, "a code has 1 to 32 letters, digits, _ or -");

const publicKey = z
  .looseObject({ kty: z.enum(["OKP", "EC", "RSA"]) })
  .refine(key => SECRET_JWK_PARTS.every(part => !(part in key)), { message: "only public keys belong here" });

const issuerSchema = z
  .strictObject({
    /** First part of every officer id: `<name>/<sub>`. */
    name: z.string().regex(/^[a-z][a-z0-9-]{0,31}$/, "a name has lower-case letters, digits and -"),
    /** Exactly the `iss` of its tokens. */
    issuer: z.url({ protocol: /^https?$/ }),
    jwksUri: z
      .url({ protocol: /^https?$/ })
      .refine(isSafeToFetch, { message: "keys are fetched over https, or over http from this machine" })
      .optional(),
    jwks: z.strictObject({ keys: z.array(publicKey).min(1) }).optional(),
    kind: z.enum(CALLER_KINDS),
    /** Codes of the institutions, for police of the organs, in whose name it may issue. */
    institutions: z.array(code),
    /** A ceiling of its own, narrower than that of its kind. */
    scopes: z.array(z.enum(SCOPES)).optional(),
    audiences: z.array(z.string().min(1)).min(1),
    algorithms: z.array(z.enum(ALGORITHMS)).min(1),
    /** Its callers may send operations that are not in the manifest of trusted documents. */
    freeQueries: z.boolean().default(false),
    /**
     * How many times the ordinary limits each of its callers may have: above 1 for a system that asks on behalf of
     * many officers and cannot name them one by one.
     */
    volume: z.number().min(1).max(MAX_VOLUME).default(1),
  })
  .superRefine((issuer, context) => {
    if ((issuer.jwksUri === undefined) === (issuer.jwks === undefined)) {
      context.addIssue({ code: "custom", path: ["jwks"], message: "give either jwksUri or jwks" });
    }
    if (KINDS_WITH_INSTITUTIONS.includes(issuer.kind) && issuer.institutions.length === 0) {
      context.addIssue({
        code: "custom",
        path: ["institutions"],
        message: `${issuer.kind} needs at least one`,
      });
    }
    const above = (issuer.scopes ?? []).filter(scope => !SCOPE_CEILINGS[issuer.kind].includes(scope));
    if (above.length > 0) {
      const message = `above the ceiling of ${issuer.kind}: ${above.join(", ")}`;
      context.addIssue({ code: "custom", path: ["scopes"], message });
    }
  });

/** An issuer of tokens and what it may vouch for. */
export type TrustedIssuer = z.output<typeof issuerSchema>;

const fileSchema = z
  .array(issuerSchema)
  .min(1)
  .superRefine((issuers, context) => {
    for (const field of ["name", "issuer"] as const) {
      const values = issuers.map(issuer => issuer[field]);
      values.forEach((value, index) => {
        if (values.indexOf(value) === index) return;
        // Two entries of one name would make two officers one.
        context.addIssue({ code: "custom", path: [index, field], message: "is given twice" });
      });
    }
  });

/** Reads the text of the file of trusted issuers; the error names each place that is wrong and why. */
export function parseTrustedIssuers(json: string): readonly TrustedIssuer[] {
  const result = fileSchema.safeParse(parseJson(json));
  if (result.success) return result.data;
  const places = result.error.issues.map(issue => `${issue.path.join(".") || "(file)"}: ${issue.message}`);
  throw new Error(`trusted issuers: ${places.join("; ")}`);
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // The parser's own message would quote the file.
    throw new Error("trusted issuers: the file is not valid JSON");
  }
}

function isSafeToFetch(uri: string): boolean {
  const { protocol, hostname } = new URL(uri);
  return protocol === "https:" || LOOPBACK_HOSTS.includes(hostname);
}
