import { parse, type DocumentNode, type ExecutionResult } from "graphql";
import type { RequestClaims } from "../../schema/contract/claims";
import type { PolicyRequest, Variables } from "./policies/policy";

/** Sends a question to one subgraph directly, signed with the claims; what is inaccessible to clients answers too. */
export type SendToSubgraph = (
  subgraph: string,
  document: DocumentNode,
  variables: Variables,
  claims: RequestClaims,
) => Promise<ExecutionResult>;

/** Parsed once: whoever sends it may know it again by the object. */
const VERDICT = parse(
  `query PolicyVerdict($policy: String!, $purpose: String!, $reference: String!, $subjectIds: [ID!]!) {
    policyVerdict(policy: $policy, purpose: $purpose, reference: $reference, subjectIds: $subjectIds)
  }`,
  { noLocation: true },
);

/** Asks subgraphs for verdicts through the field `policyVerdict`. Throws where no list of verdicts came. */
export function createAskVerdict(send: SendToSubgraph, claims: RequestClaims): PolicyRequest["askVerdict"] {
  return async (subgraph, question) => {
    const { data, errors } = await send(subgraph, VERDICT, { ...question }, claims);
    const verdicts: unknown = data?.["policyVerdict"];
    if (errors !== undefined || !isVerdicts(verdicts)) throw new Error(`${subgraph} gave no verdict`);
    return verdicts;
  };
}

function isVerdicts(value: unknown): value is boolean[] {
  return Array.isArray(value) && value.every(one => typeof one === "boolean");
}
