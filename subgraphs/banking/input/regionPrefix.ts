import { HubError } from "../../../schema/contract/errors";

const DIVISION_CODE = /^\d{6}$/;
/** A province ends in four zeros, a city in two: what is left stands before the codes of all its parts. */
const EMPTY_LEVELS = /(00){1,2}$/;

/** The digits that the codes of a region's parts begin with. Throws BAD_INPUT unless it is a division code. */
export function regionPrefix(region: string | null | undefined): string | null {
  if (region === null || region === undefined) return null;
  if (!DIVISION_CODE.test(region))
    throw new HubError("BAD_INPUT", "A region is a division code of six digits.");
  return region.replace(EMPTY_LEVELS, "");
}
