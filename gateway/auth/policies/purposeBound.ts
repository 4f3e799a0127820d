import type { Purpose } from "../../../schema/contract/claims";
import { PURPOSES_WITH_REFERENCE } from "../purpose";
import type { DenialCode, Policy, PolicyQuestion, PolicyRequest } from "./policy";
import { toId, valuesAt } from "./valuesAt";
import type { Verdict, Verdicts } from "./verdicts";

/** What makes purposes true, and how the supergraph's fields name people. */
export interface PurposeBoundOptions {
  readonly verdicts: Verdicts;
  /** The subgraphs that own the facts behind a purpose; a purpose without any is never true for a person. */
  readonly purposeSubgraphs: Readonly<Partial<Record<Purpose, readonly string[]>>>;
  /** Arguments that name people by subject token: `Query.subjectById` → `id`. */
  readonly subjectArguments: Readonly<Record<string, string>>;
}

export const PURPOSE_BOUND = "purpose_bound";

/**
 * A person is looked at for a lawful purpose that is true for this caller and this person. A field that names
 * several people is granted for all of them or for none: which of them is refused is not told.
 */
export function createPurposeBound(options: PurposeBoundOptions): Policy {
  return {
    name: PURPOSE_BOUND,
    onlyOnRootFields: true,
    async decide(question, request) {
      const { purpose, reference } = request;
      const isStated = purpose !== null && (reference !== null || !PURPOSES_WITH_REFERENCE.includes(purpose));
      if (!isStated) return "PURPOSE_REQUIRED";
      return DENIALS[await judgePurpose(purpose, question, request, options)];
    },
  };
}

const DENIALS: Readonly<Record<Verdict, DenialCode | null>> = {
  GRANTED: null,
  REFUSED: "FORBIDDEN",
  UNANSWERED: "SUBGRAPH_UNAVAILABLE",
};

async function judgePurpose(
  purpose: Purpose,
  question: PolicyQuestion,
  request: PolicyRequest,
  { verdicts, purposeSubgraphs, subjectArguments }: PurposeBoundOptions,
): Promise<Verdict> {
  const subjectIds = findSubjects(question, request, subjectArguments[question.coordinate]);
  const namesPeople = question.takesDocument || question.coordinate in subjectArguments;
  // A field that names people and was given none must not pass for one that names none.
  if (namesPeople && subjectIds.length === 0) return "REFUSED";
  switch (purpose) {
    case "SELF":
      return verdictOf(subjectIds.length > 0 && subjectIds.every(id => id === request.caller.person));
    case "REPORTING":
      // Writes only: nothing about a person comes back but outcomes.
      return verdictOf(question.operation === "mutation");
    default: {
      const subgraphs = purposeSubgraphs[purpose] ?? [];
      if (subgraphs.length === 0) return "REFUSED";
      return verdicts.judge({ policy: PURPOSE_BOUND, purpose, subgraphs, subjectIds }, request);
    }
  }
}

function verdictOf(isTrue: boolean): Verdict {
  return isTrue ? "GRANTED" : "REFUSED";
}

function findSubjects(
  question: PolicyQuestion,
  request: PolicyRequest,
  argument: string | undefined,
): string[] {
  const values = question.readArguments(request.variables);
  const named =
    argument === undefined ? [] : valuesAt(values, argument.split(".")).map(value => toId(value) ?? "");
  return [...named, ...Object.values(values).flatMap(value => request.tokensIn(value))];
}
