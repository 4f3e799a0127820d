/** Who asks, in the order of the columns: the demo users, one for each column of rights. */
export const USERS = [
  "investigator",
  "authority",
  "bank-risk",
  "bank-reporting",
  "payment-risk",
  "carrier-risk",
  "carrier-reporting",
  "regulator-financial",
  "regulator-telecom",
  "auditor",
  "person",
] as const;
export type User = (typeof USERS)[number];

/**
 * `A` may be seen; `o` of one's own rows alone (own institution, own cases, oneself); `m` of oneself and masked;
 * `-` never.
 */
export type Verdict = "A" | "o" | "m" | "-";

/** A type, some of its fields, and a verdict for each user: police, banks, carriers, regulators, auditor, person. */
export type VerdictRow = readonly [type: string, fields: string, verdicts: string];
