import { viewOf, type Caller, type RequestClaims } from "../../schema/contract/claims";
import { HubError } from "../../schema/contract/errors";
import type { Authenticate } from "./authenticate";
import { readPurpose, type StatedPurpose } from "./purpose";

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** Who asks and what for, from the headers of a request. */
export function createIdentify(authenticate: Authenticate): (headers: Headers) => Promise<RequestClaims> {
  return async headers => {
    const { authorization } = headers;
    // Given twice, one of the two would go unread.
    const caller = await authenticate(Array.isArray(authorization) ? undefined : authorization);
    return { caller, ...readPurposeOf(caller, headers), view: viewOf(caller), extendedAccess: false };
  };
}

/** From here on it is known who is refused, and whoever records the refusal wants to know. */
function readPurposeOf(caller: Caller, headers: Headers): StatedPurpose {
  try {
    return readPurpose(headers, caller);
  } catch (error) {
    if (!(error instanceof HubError)) throw error;
    throw new HubError(error.code, error.message, { detail: error.detail, cause: { caller } });
  }
}
