import type { WorldInstitution } from "../../worldModel";

/** What an institution has reported so far, which is what coverage is read from. */
export type Reporting = "COMPLETE" | "STALE" | "BACKFILL" | "SILENT";

/** What is fixed about a made-up institution. */
export interface InstitutionProfile {
  readonly code: string;
  readonly name: string;
  readonly sector: WorldInstitution["sector"];
  readonly reporting: Reporting;
  /** Share of the customers of its sector, in any unit. */
  readonly weight: number;
  /** How many outlets it has in each city. */
  readonly outletsPerCity: number;
  /** Prefixes of its mobile numbers; carriers only. */
  readonly prefixes: readonly string[];
  /** Does it resell another carrier's network? Resellers offer mobile and IoT cards alone. */
  readonly isReseller: boolean;
}

type Fixed = Pick<InstitutionProfile, "code" | "name" | "weight" | "outletsPerCity"> &
  Partial<InstitutionProfile>;

// No carrier has been given 141, 142, 143, 154, 160, 161, 163 or 164: a number with them rings nobody.
const CARRIERS: readonly Fixed[] = [
  { code: "C01", name: "远讯通信", weight: 46, outletsPerCity: 4, prefixes: ["141", "142"] },
  { code: "C02", name: "星澜移动", weight: 27, outletsPerCity: 3, prefixes: ["143", "154"] },
  { code: "C03", name: "恒波电信", weight: 19, outletsPerCity: 3, prefixes: ["160", "161"] },
  {
    code: "V01",
    name: "蓝穹通信（移动转售）",
    weight: 5,
    outletsPerCity: 1,
    prefixes: ["163"],
    isReseller: true,
  },
  {
    code: "V02",
    name: "拾光通信（移动转售）",
    weight: 3,
    outletsPerCity: 1,
    prefixes: ["164"],
    isReseller: true,
    reporting: "STALE",
  },
];
const BANKS: readonly Fixed[] = [
  { code: "102", name: "华衡银行", weight: 38, outletsPerCity: 4 },
  { code: "103", name: "岭原银行", weight: 24, outletsPerCity: 3 },
  { code: "104", name: "泽安银行", weight: 16, outletsPerCity: 2, reporting: "BACKFILL" },
  { code: "105", name: "穆川银行", weight: 12, outletsPerCity: 2, reporting: "SILENT" },
  { code: "106", name: "临澍银行", weight: 10, outletsPerCity: 2 },
];
const PAYMENT_INSTITUTIONS: readonly Fixed[] = [
  { code: "Z01", name: "汇云支付", weight: 52, outletsPerCity: 1 },
  { code: "Z02", name: "拾贝支付", weight: 34, outletsPerCity: 1 },
  { code: "Z03", name: "云梭支付", weight: 14, outletsPerCity: 1 },
];

/** The made-up institutions; their names and codes are nobody's. */
export const INSTITUTION_PROFILES: readonly InstitutionProfile[] = [
  ...CARRIERS.map(fixed => complete("TELECOM", fixed)),
  ...BANKS.map(fixed => complete("BANKING", fixed)),
  ...PAYMENT_INSTITUTIONS.map(fixed => complete("PAYMENT", fixed)),
];

/** The profile of an institution that the world has; throws RangeError for another code. */
export function requireProfile(code: string): InstitutionProfile {
  const profile = INSTITUTION_PROFILES.find(candidate => candidate.code === code);
  if (profile === undefined) throw new RangeError(`The made-up world has no institution ${code}.`);
  return profile;
}

function complete(sector: InstitutionProfile["sector"], fixed: Fixed): InstitutionProfile {
  return { sector, reporting: "COMPLETE", prefixes: [], isReseller: false, ...fixed };
}
