import { z } from "zod";
import type { Caller, CallerKind } from "../../schema/contract/claims";
import { SCOPE_CEILINGS } from "../../schema/contract/scopes";
import type { TrustedIssuer } from "../../schema/contract/trustedIssuers";
import { createTokenRefusal } from "./tokenRefusal";

/** An issuer has overstepped its bounds. */
export interface Overstep {
  readonly kind: "SCOPE_ABOVE_CEILING" | "FOREIGN_INSTITUTION";
  readonly issuer: string;
  /** `<issuer name>/<sub>`. */
  readonly caller: string;
  /** The scopes that were cut, or the code that is not the issuer's. */
  readonly values: readonly string[];
}

const code = z.string().regex(/^[A-Za-z0-9_-]{1,32}$/);

/** What a token says about its bearer. Unknown claims are ignored. */
const claimsSchema = z.object({
  // It becomes part of an officer's id, in logs and audit: nothing there that could break a line or a path.
  sub: z.string().regex(/^[\x21-\x2e\x30-\x7e]{1,128}$/),
  scope: z.string().max(4_096).default(""),
  institution: code.optional(),
  authority: code.optional(),
  person_token: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,64}$/)
    .optional(),
});

const ACTS_FOR_INSTITUTION: readonly CallerKind[] = ["BANK", "PAYMENT", "CARRIER"];

/**
 * Who a verified token stands for, within what its issuer may vouch for. Scopes above the ceiling are cut; a
 * token in another institution's name is refused. Both are told to `onOverstep`.
 */
export function callerOf(
  payload: unknown,
  issuer: TrustedIssuer,
  onOverstep: (overstep: Overstep) => void,
): Caller {
  const claims = claimsSchema.safeParse(payload);
  if (!claims.success)
    throw createTokenRefusal(`claim ${claims.error.issues[0]?.path.join(".") ?? ""} is malformed`);
  const { sub, scope, institution, authority, person_token: person } = claims.data;
  const id = `${issuer.name}/${sub}`;
  const tell = (kind: Overstep["kind"], values: readonly string[]) =>
    onOverstep({ kind, issuer: issuer.name, caller: id, values });

  const named = issuer.kind === "POLICE" ? authority : institution;
  if (named !== undefined && isBound(issuer.kind) && !issuer.institutions.includes(named)) {
    tell("FOREIGN_INSTITUTION", [named]);
    throw createTokenRefusal("the institution is not the issuer's");
  }
  if (named === undefined && isBound(issuer.kind)) throw createTokenRefusal("no institution is named");
  if (person === undefined && issuer.kind === "PERSON") throw createTokenRefusal("no person is named");

  const asked = [...new Set(scope.split(" ").filter(one => one !== ""))];
  const allowed: readonly string[] = SCOPE_CEILINGS[issuer.kind].filter(
    one => issuer.scopes === undefined || issuer.scopes.includes(one),
  );
  const cut = asked.filter(one => !allowed.includes(one));
  if (cut.length > 0) tell("SCOPE_ABOVE_CEILING", cut);
  return {
    id,
    kind: issuer.kind,
    // What does not belong to the kind is not believed.
    institution: ACTS_FOR_INSTITUTION.includes(issuer.kind) ? (institution ?? null) : null,
    authority: issuer.kind === "POLICE" ? (authority ?? null) : null,
    scopes: asked.filter(one => allowed.includes(one)),
    person: issuer.kind === "PERSON" ? (person ?? null) : null,
  };
}

function isBound(kind: CallerKind): boolean {
  return kind === "POLICE" || ACTS_FOR_INSTITUTION.includes(kind);
}
