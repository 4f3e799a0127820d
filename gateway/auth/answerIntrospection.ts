import { executeSync, type DocumentNode, type ExecutionResult, type GraphQLSchema } from "graphql";
import { HubError } from "../../schema/contract/errors";
import type { Variables } from "./policies/policy";

/** Answers what is asked about the schema, from the schema as this caller may know it. */
export function answerIntrospection(
  visible: GraphQLSchema,
  document: DocumentNode,
  variables: Variables,
): ExecutionResult {
  if (!visible.getQueryType()) throw new HubError("FORBIDDEN", "There is nothing here that you may ask for.");
  return executeSync({ schema: visible, document, variableValues: variables });
}
