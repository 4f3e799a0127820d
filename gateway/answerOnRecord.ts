import type { ExecutionResult, GraphQLError } from "graphql";
import { HubError } from "../schema/contract/errors";
import { refuse } from "./errors/refuse";
import type { HubRequest, OperationAudit } from "./requestContext";

/**
 * Goes the road of an operation, and sees to it that whatever ends it early leaves its mark too: the road itself
 * records only what it has answered.
 */
export async function answerOnRecord(
  audit: OperationAudit | undefined,
  request: HubRequest,
  operationName: string | undefined,
  answer: () => Promise<ExecutionResult>,
): Promise<ExecutionResult> {
  if (audit === undefined) return answer();
  const end = audit.begin();
  try {
    return await markWhatFails(audit, request, operationName, answer);
  } finally {
    end();
  }
}

async function markWhatFails(
  audit: OperationAudit,
  { claims }: HubRequest,
  operationName: string | undefined,
  answer: () => Promise<ExecutionResult>,
): Promise<ExecutionResult> {
  const markRefusal = async (result: ExecutionResult, error: GraphQLError): Promise<ExecutionResult> => {
    const { caller } = claims;
    const receipt = await audit.refuse({ claims, caller, operationName: operationName ?? null, error });
    return receipt === undefined
      ? result
      : { ...result, extensions: { ...result.extensions, audit: receipt } };
  };
  let result: ExecutionResult;
  try {
    result = await answer();
  } catch (error) {
    if (!(error instanceof HubError)) {
      await markRefusal({}, new HubError("INTERNAL", "The operation failed."));
      throw error;
    }
    // What could not be recorded a moment ago is not tried again: the client is told so, and nothing else.
    return error.code === "AUDIT_UNAVAILABLE" ? refuse([error]) : markRefusal(refuse([error]), error);
  }
  const [error] = result.errors ?? [];
  const isRecorded = error === undefined || result.extensions?.["audit"] !== undefined;
  return isRecorded ? result : markRefusal(result, error);
}
