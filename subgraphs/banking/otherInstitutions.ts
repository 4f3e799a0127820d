import { Sector } from "../shared/types/enums";
import type { Institution } from "./types/Institution";

/** Stands for institutions that are not named, so that a count elsewhere does not tell where. */
export const OTHER_INSTITUTIONS = {
  code: "*",
  name: "其他机构合计",
  sector: Sector.BANKING,
  region: "000000",
} as const satisfies Institution;

/** Stands for every institution when the banking register as a whole did not answer. */
export const ALL_INSTITUTIONS = {
  ...OTHER_INSTITUTIONS,
  name: "全部银行和支付机构",
} as const satisfies Institution;

/** An institution whose own entry has not come yet is shown by its code. */
export function unlistedInstitution(code: string): Institution {
  return { ...OTHER_INSTITUTIONS, code, name: code };
}
