// EXT:个人信息保护法: whoever finds that their data are wrong may have them corrected; whoever handles them looks and does so.
import type { RuleFinding } from "../types/RuleFinding";

/** By this rule an order asks its institution to correct what it has reported; carried out once it has. */
export const WRONG_RECORD = "wrongRecord";

/** Why an institution is to correct a record: an objection to it was confirmed. */
export function wrongRecordReason(objectionId: string): RuleFinding {
  return {
    ruleId: WRONG_RECORD,
    article: "EXT:个人信息保护法",
    message:
      "The police confirmed an objection to what is reported here: correct it, report it anew, and say that it is done.",
    until: null,
    fact: `objection ${objectionId}`,
  };
}
