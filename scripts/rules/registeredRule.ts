/** What the hub does with a rule: check, compute, issue an order, record, notify. */
export type HubLetter = "K" | "C" | "E" | "R" | "N";

/** Where one thing that the hub does with a rule is done, and which test would fail if it were not. */
export interface RulePart {
  readonly letters: readonly HubLetter[];
  /** Fields of the supergraph as `Type.field`, or `daily` for the work that each day begins with. */
  readonly by: readonly string[];
  /** From the top of the repository. */
  readonly file: string;
  readonly test: string;
}

/** One rule of the notices. */
export interface RegisteredRule {
  readonly number: number;
  readonly ruleId: string;
  readonly articles: string;
  /** Everything the hub is to do with it. */
  readonly hub: readonly HubLetter[];
  readonly parts: readonly RulePart[];
}

/** A rule of the register. */
export function rule(
  number: number,
  ruleId: string,
  articles: string,
  hub: string,
  parts: readonly RulePart[],
): RegisteredRule {
  return { number, ruleId, articles, hub: toLetters(hub), parts };
}

/** One thing that is done with it; letters as in the notices' table: `CEN`. */
export function part(letters: string, by: readonly string[], file: string, test: string): RulePart {
  return { letters: toLetters(letters), by, file, test };
}

function toLetters(text: string): readonly HubLetter[] {
  return Array.from(text) as HubLetter[];
}
