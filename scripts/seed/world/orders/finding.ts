import type { WorldFinding } from "../../worldModel";

/** A finding as a rule of the hub writes it: the rule, its article, and what it saw. */
export function finding(
  ruleId: string,
  article: string,
  message: string,
  facts: { readonly until?: string; readonly fact?: string } = {},
): WorldFinding {
  return { ruleId, article, message, until: facts.until ?? null, fact: facts.fact ?? null };
}
