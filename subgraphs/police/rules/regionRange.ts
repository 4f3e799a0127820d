// N20-4: regions are GB/T 2260 division codes; a province or city stands for everything inside it.
import { HubError } from "../../../schema/contract/errors";

/** The first and last division code that a region covers, both included. */
export interface RegionRange {
  readonly from: string;
  readonly to: string;
}

const FORM = /^\d{6}$/;
/** Province, city and district take two digits each; `00` means "the whole of what stands before it". */
const WHOLE = /(?:00)+$/;

/** What a region covers: `110000` the whole province, `110105` one district. Throws BAD_INPUT for another form. */
export function regionRange(region: string): RegionRange {
  const prefix = requireRegion(region).replace(WHOLE, "");
  return { from: prefix.padEnd(6, "0"), to: prefix.padEnd(6, "9") };
}

/** The region itself and what it lies in: district, city, province, the country. */
export function enclosingRegions(region: string): readonly string[] {
  const code = requireRegion(region);
  return [...new Set([code, `${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`, "000000"])];
}

function requireRegion(region: string): string {
  if (!FORM.test(region))
    throw new HubError("BAD_INPUT", "A region is a division code of six digits, such as 110000.");
  return region;
}
