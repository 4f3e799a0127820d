/** One dated version of the sanction rules. */
export interface RuleVersionTerms {
  readonly name: string;
  readonly article: string;
  readonly from: string;
  /** The last day; null for the one in force. */
  readonly to: string | null;
  readonly conducts: readonly string[];
  /** Years without non-counter and payment business, and without new accounts: two intervals of their own. */
  years(conduct: string): { readonly suspended: number; readonly noNewAccount: number };
  /** Does it reach phone cards too? */
  readonly hasTelecomMeasures: boolean;
  /** Known from secondary sources only: its findings say so. */
  readonly isProvisional: boolean;
}

const CONDUCTS_OF_2016 = [
  "ILLEGAL_RENT",
  "ILLEGAL_LEND",
  "ILLEGAL_SALE",
  "ILLEGAL_PURCHASE",
  "IMPERSONATION",
  "FICTITIOUS_AGENCY",
];

/** The versions in the order of their days; each recognition falls under the one of its day. */
export const RULE_VERSIONS: readonly RuleVersionTerms[] = [
  {
    name: "NOTICE_2016",
    article: "N16-5",
    from: "2017-01-01",
    to: "2019-03-31",
    conducts: CONDUCTS_OF_2016,
    years: () => ({ suspended: 5, noNewAccount: 3 }),
    hasTelecomMeasures: false,
    isProvisional: false,
  },
  {
    name: "PBOC_2019_85",
    article: "EXT:PBOC_2019_85",
    from: "2019-04-01",
    to: "2020-12-16",
    conducts: CONDUCTS_OF_2016,
    years: () => ({ suspended: 5, noNewAccount: 5 }),
    hasTelecomMeasures: false,
    isProvisional: false,
  },
  {
    name: "NOTICE_2020",
    article: "N20-5",
    from: "2020-12-17",
    to: "2024-11-30",
    conducts: ["ILLEGAL_RENT", "ILLEGAL_SALE", "ILLEGAL_PURCHASE"],
    years: () => ({ suspended: 5, noNewAccount: 5 }),
    hasTelecomMeasures: true,
    isProvisional: false,
  },
  {
    // Three years for the convicted, two for all others.
    name: "MEASURES_2024",
    article: "EXT:MEASURES_2024",
    from: "2024-12-01",
    to: null,
    conducts: [
      "CRIMINAL_CONVICTION",
      "ILLEGAL_TRANSFER",
      "ILLEGAL_RENT",
      "ILLEGAL_LEND",
      "ILLEGAL_SALE",
      "ILLEGAL_PURCHASE",
      "IMPERSONATION",
      "FICTITIOUS_AGENCY",
    ],
    years: conduct =>
      conduct === "CRIMINAL_CONVICTION"
        ? { suspended: 3, noNewAccount: 3 }
        : { suspended: 2, noNewAccount: 2 },
    hasTelecomMeasures: true,
    isProvisional: true,
  },
];

/** The version in force on a day; before 2017 there is none to sanction by. */
export function versionOn(day: string): RuleVersionTerms {
  const version = RULE_VERSIONS.findLast(({ from }) => from <= day);
  if (version === undefined) throw new RangeError(`No sanction could be recognised on ${day}.`);
  return version;
}
