/** What kind of institution stands behind a caller; it decides the ceiling of scopes and the view. */
export const CALLER_KINDS = [
  "POLICE",
  "BANK",
  "PAYMENT",
  "CARRIER",
  "FINANCIAL_REGULATOR",
  "TELECOM_REGULATOR",
  "AUDITOR",
  "PERSON",
] as const;
export type CallerKind = (typeof CALLER_KINDS)[number];

/** The lawful reasons for which a person's data may be asked for (header `duanka-purpose`). */
export const PURPOSES = [
  "CASE",
  "ACCOUNT_OPENING",
  "LINE_OPENING",
  "ONGOING_REVIEW",
  "ORDER",
  "REPORTING",
  "SUPERVISION",
  "AUDIT",
  "SELF",
] as const;
export type Purpose = (typeof PURPOSES)[number];

/** Who asks. Built once by `authenticate` from a verified token. */
export interface Caller {
  /** `<issuer name>/<sub>`: an officer is known by both. */
  readonly id: string;
  readonly kind: CallerKind;
  /** Code of the bank, payment institution or carrier; null for all others. */
  readonly institution: string | null;
  /** Code of the public security organ; null for all others. */
  readonly authority: string | null;
  /** Already cut down to the issuer's ceiling. */
  readonly scopes: readonly string[];
  /** The subject token of a person who asks about themself; null for all others. */
  readonly person: string | null;
}

/** What the gateway vouches for in each request to a subgraph; signed in transit. */
export interface RequestClaims {
  readonly caller: Caller;
  readonly purpose: Purpose | null;
  /** Case, application or order number given with the purpose. */
  readonly reference: string | null;
  /** The row filter that applies: see `viewOf`. Part of every cache name. */
  readonly view: View;
  /** The case lead let this officer look further than one step from the people confirmed in the case. */
  readonly extendedAccess: boolean;
}

export type View =
  | "police"
  | "none"
  | `bank:${string}`
  | `payment:${string}`
  | `carrier:${string}`
  | `regulator:${"financial" | "telecom"}`
  | `person:${string}`;

/** The rows a caller may see, named. The one place where a view is computed  */
export function viewOf(caller: Caller): View {
  switch (caller.kind) {
    case "POLICE":
      return "police";
    case "BANK":
      return caller.institution === null ? "none" : `bank:${caller.institution}`;
    case "PAYMENT":
      return caller.institution === null ? "none" : `payment:${caller.institution}`;
    case "CARRIER":
      return caller.institution === null ? "none" : `carrier:${caller.institution}`;
    case "FINANCIAL_REGULATOR":
      return "regulator:financial";
    case "TELECOM_REGULATOR":
      return "regulator:telecom";
    case "PERSON":
      return caller.person === null ? "none" : `person:${caller.person}`;
    case "AUDITOR":
      return "none";
  }
}
