// N16-6: personal data are read for a lawful purpose only; these are the purposes that each kind of caller can have.
import type { Caller, CallerKind, Purpose } from "../../../schema/contract/claims";

const OF_KIND: Readonly<Record<CallerKind, readonly Purpose[]>> = {
  POLICE: ["CASE"],
  BANK: ["ACCOUNT_OPENING", "ONGOING_REVIEW", "ORDER", "REPORTING"],
  PAYMENT: ["ACCOUNT_OPENING", "ONGOING_REVIEW", "ORDER", "REPORTING"],
  CARRIER: ["LINE_OPENING", "ONGOING_REVIEW", "ORDER", "REPORTING"],
  FINANCIAL_REGULATOR: ["SUPERVISION"],
  TELECOM_REGULATOR: ["SUPERVISION"],
  AUDITOR: ["AUDIT"],
  PERSON: ["SELF"],
};

// What a purpose is of no use without: a reporting user does not open accounts.
const NEEDS: Readonly<Partial<Record<Purpose, readonly string[]>>> = {
  ACCOUNT_OPENING: ["opening:check"],
  LINE_OPENING: ["opening:check"],
  ONGOING_REVIEW: ["subject:read"],
  ORDER: ["order:read"],
  REPORTING: ["line:report", "account:report", "flag:report"],
};

/** The purposes that a caller can give, by kind of institution and scopes. */
export function purposesOf({ kind, scopes }: Caller): Purpose[] {
  return OF_KIND[kind].filter(purpose => NEEDS[purpose]?.some(scope => scopes.includes(scope)) ?? true);
}
