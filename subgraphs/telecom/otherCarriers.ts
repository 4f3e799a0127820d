import { Sector } from "../shared/types/enums";
import type { Institution } from "./types/Institution";

/** Stands for carriers that are not named, so that a count elsewhere does not tell where. */
export const OTHER_CARRIERS = {
  code: "*",
  name: "其他企业合计",
  sector: Sector.TELECOM,
  region: "000000",
} as const satisfies Institution;

/** Stands for every carrier when the telecom register as a whole did not answer. */
export const ALL_CARRIERS = { ...OTHER_CARRIERS, name: "全部电信企业" } satisfies Institution;

/** A carrier whose own entry has not come yet is shown by its code. */
export function unlistedCarrier(code: string): Institution {
  return { ...OTHER_CARRIERS, code, name: code };
}
