import { getOperationAST, OperationTypeNode, print, type DocumentNode, type ExecutionResult } from "graphql";
import type { SubgraphTransport } from "../../gateway/fetch/subgraphTransport";
import type { RequestClaims } from "../../schema/contract/claims";

/** Sends an operation to one subgraph. The document is the same object each time the same thing is sent. */
export type SendToSubgraph = (
  subgraph: string,
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
  claims: RequestClaims,
) => Promise<ExecutionResult>;

/** Asks subgraphs directly, past the planner: what is inaccessible to clients answers too. */
export function createSubgraphSender(transport: SubgraphTransport, limitMs: number): SendToSubgraph {
  const sources = new WeakMap<DocumentNode, string>();
  const sourceOf = (document: DocumentNode): string => {
    const source = sources.get(document) ?? print(document);
    sources.set(document, source);
    return source;
  };
  return (subgraph, document, variables, claims) =>
    transport.send({
      subgraph,
      document,
      source: sourceOf(document),
      operationName: undefined,
      operationType:
        getOperationAST(document)?.operation === OperationTypeNode.MUTATION ? "mutation" : "query",
      variables,
      claims,
      deadlineAt: performance.now() + limitMs,
      // What is noted would be for a client's answer, and there is none.
      notes: { servedFromCache: new Set(), people: new Set(), extensions: new Map() },
    });
}
