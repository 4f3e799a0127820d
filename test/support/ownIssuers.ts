import { exportJWK, generateKeyPair, SignJWT } from "jose";
import type { CallerKind } from "../../schema/contract/claims";
import { ROLE_SCOPES, type Role } from "../../schema/contract/scopes";
import type { TrustedIssuer } from "../../schema/contract/trustedIssuers";

/** Somebody who acts: as what, and in whose name. */
export interface Officer {
  readonly role: Role;
  /** Code of the bank, payment institution or carrier. */
  readonly institution?: string;
  /** Code of the public security organ. */
  readonly authority?: string;
  /** Subject token of the person. */
  readonly person?: string;
}

/** One issuer of each kind, for every institution that a test needs, and tokens of theirs. */
export interface OwnIssuers {
  readonly trusted: readonly TrustedIssuer[];
  /** It ends after so many seconds; an hour, unless a test says otherwise. */
  tokenFor(officer: Officer, seconds?: number): Promise<string>;
}

const AUDIENCE = "duanka";
const ALGORITHM = "ES256";
/** A test that is killed many times takes minutes. */
const TOKEN_SECONDS = 3_600;
/** One officer does here what a whole institution does. */
const VOLUME = 1_000;

const KINDS: Readonly<Record<Role, CallerKind>> = {
  investigator: "POLICE",
  authority: "POLICE",
  "bank-risk": "BANK",
  "bank-reporting": "BANK",
  "payment-risk": "PAYMENT",
  "payment-reporting": "PAYMENT",
  "carrier-risk": "CARRIER",
  "carrier-reporting": "CARRIER",
  "regulator-financial": "FINANCIAL_REGULATOR",
  "regulator-telecom": "TELECOM_REGULATOR",
  auditor: "AUDITOR",
  person: "PERSON",
};

/** The name of a kind's issuer, first part of its officers' ids. */
export function issuerNameOf({ role }: Officer): string {
  return KINDS[role].toLowerCase().replaceAll("_", "-");
}

/** Makes issuers whose keys the gateway is told, so that no provider has to run. */
export async function createOwnIssuers(
  institutions: Readonly<Partial<Record<CallerKind, readonly string[]>>>,
): Promise<OwnIssuers> {
  const { privateKey, publicKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  const key = { ...(await exportJWK(publicKey)), kty: "EC" as const, kid: "own", alg: ALGORITHM, use: "sig" };
  const urlOf = (name: string): string => `https://${name}.example`;
  const roles = Object.keys(KINDS) as Role[];
  const byName = new Map(roles.map(role => [issuerNameOf({ role }), KINDS[role]]));
  return {
    trusted: [...byName].map(([name, kind]) => ({
      name,
      issuer: urlOf(name),
      jwks: { keys: [key] },
      kind,
      institutions: [...(institutions[kind] ?? [])],
      audiences: [AUDIENCE],
      algorithms: [ALGORITHM],
      freeQueries: true,
      volume: VOLUME,
    })),
    tokenFor: (officer, seconds = TOKEN_SECONDS) => {
      const { role, institution, authority, person } = officer;
      return new SignJWT({
        scope: ROLE_SCOPES[role].join(" "),
        ...(institution === undefined ? {} : { institution }),
        ...(authority === undefined ? {} : { authority }),
        ...(person === undefined ? {} : { person_token: person }),
      })
        .setProtectedHeader({ alg: ALGORITHM, kid: key.kid, typ: "at+jwt" })
        .setIssuer(urlOf(issuerNameOf(officer)))
        .setAudience(AUDIENCE)
        .setSubject(subOf(officer))
        .setIssuedAt()
        .setExpirationTime(`${seconds}s`)
        .sign(privateKey);
    },
  };
}

/** An officer's id as the police know it. */
export function officerId(officer: Officer): string {
  return `${issuerNameOf(officer)}/${subOf(officer)}`;
}

function subOf({ role, institution, authority, person }: Officer): string {
  return [role, institution ?? authority ?? person?.slice(0, 8)].filter(Boolean).join("-");
}
