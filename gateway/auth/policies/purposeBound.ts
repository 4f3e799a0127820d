import type { Purpose } from "../../../schema/contract/claims";
import { PURPOSES_WITH_REFERENCE } from "../purpose";
import type { DenialCode, Policy, PolicyDecision, PolicyQuestion, PolicyRequest } from "./policy";
import { toId, valuesAt } from "./valuesAt";
import type { Verdict, Verdicts } from "./verdicts";

/** What makes purposes true, and how the supergraph's fields name people. */
export interface PurposeBoundOptions {
  readonly verdicts: Verdicts;
  /** The subgraphs that own the facts behind a purpose; a purpose without any is never true for a person. */
  readonly purposeSubgraphs: Readonly<Partial<Record<Purpose, readonly string[]>>>;
  /** Arguments that name people by subject token: `Query.subjectById` → `id`. */
  readonly subjectArguments: Readonly<Record<string, string>>;
  /** Lists of documents that a field answers item for item: `Query.subjects` → `documents`. */
  readonly personLists: Readonly<Record<string, string>>;
}

export const PURPOSE_BOUND = "purpose_bound";

/**
 * A person is looked at for a lawful purpose that is true for this caller and this person. A field that names
 * several people is granted for all of them or for none, unless it answers item for item: then whoever may not be
 * seen is left out, as if asked for alone.
 */
export function createPurposeBound(options: PurposeBoundOptions): Policy {
  return {
    name: PURPOSE_BOUND,
    onlyOnRootFields: true,
    async decide(question, request) {
      const { purpose, reference } = request;
      const isStated = purpose !== null && (reference !== null || !PURPOSES_WITH_REFERENCE.includes(purpose));
      if (!isStated) return "PURPOSE_REQUIRED";
      const list = findPersonList(question, request, options.personLists[question.coordinate]);
      if (list !== null) return decideEach(list, purpose, request, options);
      return DENIALS[await judgePurpose(purpose, question, request, options)];
    },
  };
}

const DENIALS: Readonly<Record<Verdict, DenialCode | null>> = {
  GRANTED: null,
  REFUSED: "FORBIDDEN",
  UNANSWERED: "SUBGRAPH_UNAVAILABLE",
};

/** A list that is decided item by item. */
interface PersonList {
  readonly variable: string;
  /** One for each item. An item that names nobody gets a name that nobody has. */
  readonly people: readonly string[];
}

/** Null where the field has no such list, or names people beside it. */
function findPersonList(
  question: PolicyQuestion,
  request: PolicyRequest,
  argument: string | undefined,
): PersonList | null {
  const variable = argument === undefined ? null : question.variableOf(argument);
  if (argument === undefined || variable === null) return null;
  const { [argument]: items, ...others } = question.readArguments(request.variables);
  const namesOthers = Object.values(others).some(value => request.tokensIn(value).length > 0);
  if (!Array.isArray(items) || namesOthers) return null;
  return { variable, people: items.map(item => request.tokensIn(item)[0] ?? "") };
}

/** Where nobody is left the field is refused like one that names a single person. */
async function decideEach(
  { variable, people }: PersonList,
  purpose: Purpose,
  request: PolicyRequest,
  options: PurposeBoundOptions,
): Promise<PolicyDecision> {
  const verdicts = await judgeEach(purpose, people, request, options);
  const codes = verdicts.map(verdict => DENIALS[verdict]);
  const positions = new Map(codes.flatMap((code, index) => (code === null ? [] : [[index, code] as const])));
  const [code] = positions.values();
  return code !== undefined && positions.size === people.length ? code : { variable, positions };
}

/** An empty list names nobody: it is answered with an empty list, and nobody is asked what for. */
async function judgeEach(
  purpose: Purpose,
  people: readonly string[],
  request: PolicyRequest,
  { verdicts, purposeSubgraphs }: PurposeBoundOptions,
): Promise<readonly Verdict[]> {
  if (people.length === 0) return [];
  if (purpose === "SELF") return people.map(id => verdictOf(id === request.caller.person));
  const subgraphs = purposeSubgraphs[purpose] ?? [];
  // Reports read nobody, and a purpose that no subgraph knows of is never true.
  if (purpose === "REPORTING" || subgraphs.length === 0) return people.map(() => "REFUSED");
  return verdicts.judgeEach({ policy: PURPOSE_BOUND, purpose, subgraphs, subjectIds: people }, request);
}

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
