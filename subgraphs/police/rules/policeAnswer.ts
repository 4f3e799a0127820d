// N16-6: only the police may tell from the coverage whether something is held; for others an answer is an answer.
import { AnswerState, Sector } from "../../shared/types/enums";
import type { Institution } from "../types/Institution";

/** The police register as an institution that answers for itself. */
export const POLICE_REGISTER = {
  code: "POLICE",
  name: "公安机关",
  sector: Sector.POLICE,
  region: "000000", // the whole country
} as const satisfies Institution;

/**
 * What the register answers. `holdsSomething` counts only what this caller may see: FOUND for a stranger's case
 * would tell that there is one.
 */
export function policeAnswer(isPolice: boolean, holdsSomething: boolean): AnswerState {
  if (!isPolice) return AnswerState.ANSWERED;
  return holdsSomething ? AnswerState.FOUND : AnswerState.NONE;
}
