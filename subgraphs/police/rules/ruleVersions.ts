// N16-5, N20-5: each notice has its own targets and terms. EXT:PBOC_2019_85 brings five years without new accounts;
// EXT:MEASURES_2024 is known from secondary sources only, so what rests on it is provisional.
import { HubError } from "../../../schema/contract/errors";
import { Conduct, RuleVersion } from "../types/enums";

/** The terms of one dated version of the sanction rules. */
export interface RuleTerms {
  readonly version: RuleVersion;
  readonly article: string;
  /** First day; a version ends where the next begins. */
  readonly from: string;
  readonly conducts: readonly Conduct[];
  readonly years: { readonly suspended: number; readonly noNewAccount: number };
  /** Longer or shorter for the convicted; null: the same. */
  readonly convictedYears: number | null;
  /** Does it reach phone cards? */
  readonly coversPhoneCards: boolean;
  /** How many cards, occasions or counterparties it takes; null: one is enough. */
  readonly threshold: number | null;
  /** What repeated sanctions may add up to; null: each runs by itself. */
  readonly consecutiveYears: number | null;
  readonly isProvisional: boolean;
}

const CONDUCTS_OF_2016 = [
  Conduct.ILLEGAL_RENT,
  Conduct.ILLEGAL_LEND,
  Conduct.ILLEGAL_SALE,
  Conduct.ILLEGAL_PURCHASE,
  Conduct.IMPERSONATION,
  Conduct.FICTITIOUS_AGENCY,
] as const;

const PLAIN = {
  convictedYears: null,
  coversPhoneCards: false,
  threshold: null,
  consecutiveYears: null,
  isProvisional: false,
} as const;

/** The newest first. */
const VERSIONS: readonly RuleTerms[] = [
  {
    version: RuleVersion.MEASURES_2024,
    article: "EXT:MEASURES_2024",
    from: "2024-12-01",
    conducts: [...CONDUCTS_OF_2016, Conduct.ILLEGAL_TRANSFER, Conduct.CRIMINAL_CONVICTION],
    years: { suspended: 2, noNewAccount: 2 },
    convictedYears: 3,
    coversPhoneCards: true,
    threshold: 3,
    consecutiveYears: 5,
    isProvisional: true,
  },
  {
    ...PLAIN,
    version: RuleVersion.NOTICE_2020,
    article: "N20-5",
    from: "2020-12-17",
    conducts: [Conduct.ILLEGAL_RENT, Conduct.ILLEGAL_SALE, Conduct.ILLEGAL_PURCHASE],
    years: { suspended: 5, noNewAccount: 5 },
    coversPhoneCards: true,
  },
  {
    ...PLAIN,
    version: RuleVersion.PBOC_2019_85,
    article: "EXT:PBOC_2019_85",
    from: "2019-04-01",
    conducts: CONDUCTS_OF_2016,
    years: { suspended: 5, noNewAccount: 5 },
  },
  {
    ...PLAIN,
    version: RuleVersion.NOTICE_2016,
    article: "N16-5",
    from: "2017-01-01",
    conducts: CONDUCTS_OF_2016,
    years: { suspended: 5, noNewAccount: 3 },
  },
];

/** The version in force on a day. Throws BAD_INPUT for days before 2017: there was nothing to sanction by. */
export function ruleTermsOn(day: string): RuleTerms {
  const terms = VERSIONS.find(({ from }) => from <= day);
  if (terms !== undefined) return terms;
  throw new HubError(
    "BAD_INPUT",
    "Sanctions are recognised from 2017-01-01 on (N16-5): the day lies before.",
  );
}

/** The terms of a version by its name. */
export function ruleTermsOf(version: RuleVersion): RuleTerms {
  const terms = VERSIONS.find(one => one.version === version);
  if (terms === undefined) throw new Error(`no terms for the rule version ${version}`);
  return terms;
}
