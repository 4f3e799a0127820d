import type { CallerKind } from "./claims";

/** Every scope a token can carry, `<thing>:<verb>`. */
export const SCOPES = [
  "subject:read",
  "identity:read",
  "identity:number:read",
  "line:read",
  "line:count",
  "line:report",
  "realname:read",
  "flag:read",
  "flag:report",
  "flag:verify",
  "blacklist:write",
  "account:read",
  "account:number:read",
  "account:count",
  "account:report",
  "link:read",
  "transfer:read",
  "sanction:read",
  "sanction:check",
  "sanction:write",
  "stop_payment:write",
  "telecom_measure:write",
  "opening:check",
  "case:read",
  "case:write",
  "case:lead",
  "objection:file",
  "objection:decide",
  "visit:write",
  "tip:write",
  "order:read",
  "order:execute",
  "feed:read",
  "accountability:read",
  "rectification:write",
  "indicator:read",
  "indicator:write",
  "warning:read",
  "warning:write",
  "self:dispute",
  "audit:read",
  // The gateway's own: no role has it, so no token can carry it.
  "audit:write",
  // A subgraph's own, likewise.
  "event:pull",
] as const;
export type Scope = (typeof SCOPES)[number];

/** The usual roles at each kind of institution; an issuer may grant fewer scopes, never more than the ceiling. */
export const ROLES = [
  "investigator",
  "authority",
  "bank-risk",
  "bank-reporting",
  "payment-risk",
  "payment-reporting",
  "carrier-risk",
  "carrier-reporting",
  "regulator-financial",
  "regulator-telecom",
  "auditor",
  "person",
] as const;
export type Role = (typeof ROLES)[number];

// A county organ may call for sanctions and stop-payments: the answer AUTHORITY_TOO_LOW says who can.
const INVESTIGATOR = [
  "subject:read",
  "identity:read",
  "identity:number:read",
  "line:read",
  "line:count",
  "realname:read",
  "flag:read",
  "flag:verify",
  "account:read",
  "account:number:read",
  "account:count",
  "link:read",
  "transfer:read",
  "sanction:read",
  "sanction:check",
  "sanction:write",
  "stop_payment:write",
  "case:read",
  "case:write",
  "case:lead",
  "objection:file",
  "visit:write",
  "tip:write",
  "feed:read",
  "indicator:read",
  "indicator:write",
  "warning:read",
] as const satisfies readonly Scope[];

const AUTHORITY = [
  ...INVESTIGATOR,
  "objection:decide",
  "accountability:read",
  "warning:write",
] as const satisfies readonly Scope[];

const ACCOUNT_RISK = [
  "subject:read",
  "identity:read",
  "account:read",
  "account:number:read",
  "account:count",
  "sanction:check",
  "opening:check",
  "objection:file",
  "order:read",
  "order:execute",
  "feed:read",
  "accountability:read",
  "warning:read",
] as const satisfies readonly Scope[];

const ACCOUNT_REPORTING = [
  "account:read",
  "account:number:read",
  "account:report",
  "order:read",
  "order:execute",
  "feed:read",
  "warning:read",
] as const satisfies readonly Scope[];

const LINE_RISK = [
  "subject:read",
  "identity:read",
  "line:read",
  "line:count",
  "realname:read",
  "flag:read",
  "flag:report",
  "flag:verify",
  "blacklist:write",
  "sanction:check",
  "opening:check",
  "objection:file",
  "order:read",
  "order:execute",
  "feed:read",
  "accountability:read",
  "indicator:read",
  "indicator:write",
  "warning:read",
] as const satisfies readonly Scope[];

const LINE_REPORTING = [
  "line:read",
  "line:report",
  "realname:read",
  "flag:read",
  "flag:report",
  "order:read",
  "order:execute",
  "feed:read",
  "indicator:read",
  "warning:read",
] as const satisfies readonly Scope[];

/** What each role is usually granted. */
export const ROLE_SCOPES: Readonly<Record<Role, readonly Scope[]>> = {
  investigator: INVESTIGATOR,
  authority: AUTHORITY,
  "bank-risk": ACCOUNT_RISK,
  "bank-reporting": ACCOUNT_REPORTING,
  "payment-risk": ACCOUNT_RISK,
  "payment-reporting": ACCOUNT_REPORTING,
  "carrier-risk": LINE_RISK,
  "carrier-reporting": LINE_REPORTING,
  "regulator-financial": [
    "account:count",
    "sanction:read",
    "feed:read",
    "accountability:read",
    "rectification:write",
    "warning:read",
  ],
  "regulator-telecom": [
    "line:count",
    "flag:read",
    "sanction:read",
    "telecom_measure:write",
    "feed:read",
    "accountability:read",
    "rectification:write",
    "indicator:read",
    "indicator:write",
    "warning:read",
  ],
  auditor: ["audit:read", "warning:read"],
  person: [
    "subject:read",
    "identity:read",
    "line:read",
    "line:count",
    "flag:read",
    "account:read",
    "account:count",
    "sanction:read",
    "objection:file",
    "self:dispute",
    "audit:read",
    "warning:read",
  ],
};

/** The most that any token of such an institution can carry: what its roles have together. */
export const SCOPE_CEILINGS: Readonly<Record<CallerKind, readonly Scope[]>> = {
  POLICE: together("investigator", "authority"),
  BANK: together("bank-risk", "bank-reporting"),
  PAYMENT: together("payment-risk", "payment-reporting"),
  CARRIER: together("carrier-risk", "carrier-reporting"),
  FINANCIAL_REGULATOR: together("regulator-financial"),
  TELECOM_REGULATOR: together("regulator-telecom"),
  AUDITOR: together("auditor"),
  PERSON: together("person"),
};

function together(...roles: readonly Role[]): readonly Scope[] {
  return [...new Set(roles.flatMap(role => ROLE_SCOPES[role]))];
}
