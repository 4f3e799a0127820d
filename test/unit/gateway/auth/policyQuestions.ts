import { ownInstitution } from "../../../../gateway/auth/policies/ownInstitution";
import type {
  PolicyQuestion,
  PolicyRequest,
  VerdictQuestion,
} from "../../../../gateway/auth/policies/policy";
import { callerWith } from "./callers";

/** An officer of one organ. */
export const OFFICER = callerWith([], {
  id: "police/officer",
  kind: "POLICE",
  institution: null,
  authority: "O1",
});

/** A question and whom it was asked of. */
export interface Asked extends VerdictQuestion {
  readonly subgraph: string;
}

/** Subgraphs that say yes to the named people, and keep what they were asked. */
export function subgraphs(yes: Readonly<Record<string, readonly string[]>>) {
  const asked: Asked[] = [];
  const askVerdict = (subgraph: string, question: VerdictQuestion): Promise<readonly boolean[]> => {
    asked.push({ subgraph, ...question });
    const granted = yes[subgraph] ?? [];
    const subjects = question.subjectIds.length === 0 ? ["the purpose itself"] : question.subjectIds;
    return Promise.resolve(subjects.map(subject => granted.includes(subject)));
  };
  return { asked, askVerdict };
}

/** An officer's request for a case. */
export function requestOf(rest: Partial<PolicyRequest>): PolicyRequest {
  return {
    caller: OFFICER,
    purpose: "CASE",
    reference: "2026-1",
    variables: {},
    // In these tests a document's token stands where the document would.
    tokensIn: value =>
      (Array.isArray(value) ? value : [value]).filter(
        one => typeof one === "string" && one.startsWith("T-"),
      ) as string[],
    askVerdict: subgraphs({}).askVerdict,
    ...rest,
  };
}

/** A question about a field with these arguments. */
export function questionOf(
  args: Readonly<Record<string, unknown>>,
  rest: Partial<PolicyQuestion> = {},
): PolicyQuestion {
  return {
    id: "a question",
    policy: ownInstitution,
    argument: null,
    coordinate: "Query.subject",
    path: ["subject"],
    operation: "query",
    takesDocument: "document" in args || "documents" in args,
    readArguments: () => args,
    variableOf: argument => (argument in args ? argument : null),
    ...rest,
  };
}
