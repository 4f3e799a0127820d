import type { IncomingHttpHeaders } from "node:http";
import type { Caller, RequestClaims } from "../schema/contract/claims";
import { HubError } from "../schema/contract/errors";
import { refuse } from "./errors/refuse";
import type { GatewayParts } from "./gatewayParts";

/** Finds out who asks and what for; a refusal leaves its mark, and is thrown with its HTTP status. */
export async function identifyOnRecord(
  { identify, audit }: Pick<GatewayParts, "identify" | "audit">,
  headers: IncomingHttpHeaders,
): Promise<RequestClaims> {
  try {
    return await identify(headers);
  } catch (error) {
    if (!(error instanceof HubError)) throw error;
    try {
      await audit?.refuse({ claims: null, caller: knownCaller(error), operationName: null, error });
    } catch (unavailable) {
      throw unavailable instanceof HubError ? withStatus(unavailable) : unavailable;
    }
    throw withStatus(error);
  }
}

/** Whose purpose was refused is known by then. */
function knownCaller({ cause }: HubError): Caller | null {
  return (cause as { caller?: Caller } | undefined)?.caller ?? null;
}

function withStatus(error: HubError): Error {
  return refuse([error]).errors?.[0] ?? error;
}
