import type { QueryPlan } from "../queryPlan";
import { planFetches } from "./plan/planFetches";

/** A question without the names that the planner and we give it and its variables. */
export interface Question {
  readonly text: string;
  /** The variables, in the order in which they stand. */
  readonly variables: readonly string[];
}

const known = new WeakMap<QueryPlan, ReadonlyMap<string, Question>>();

/** The question behind a fetch, if the plan has it more than once. Most plans have none, and nothing to remember. */
export function repeatedQuestion(plan: QueryPlan, source: string): Question | undefined {
  const repeated = known.get(plan) ?? findRepeated(plan);
  known.set(plan, repeated);
  return repeated.get(source);
}

function findRepeated(plan: QueryPlan): ReadonlyMap<string, Question> {
  const all = planFetches(plan).map(({ operation: source }) => ({ source, question: questionOf(source) }));
  const times = new Map<string, number>();
  for (const { question } of all) times.set(question.text, (times.get(question.text) ?? 0) + 1);
  const repeated = all.filter(({ question }) => (times.get(question.text) ?? 0) > 1);
  return new Map(repeated.map(({ source, question }) => [source, question]));
}

/** No text of a value stands in a fetch, so a dollar sign begins a variable. */
function questionOf(source: string): Question {
  const variables: string[] = [];
  const text = source.replace(/^query\s+\w+/, "query").replace(/\$(\w+)/g, (_match, name: string) => {
    if (!variables.includes(name)) variables.push(name);
    return `$${variables.indexOf(name)}`;
  });
  return { text, variables };
}
