import { viewOf, type RequestClaims } from "../../schema/contract/claims";
import type { Authenticate } from "./authenticate";
import { readPurpose } from "./purpose";

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** Who asks and what for, from the headers of a request. */
export function createIdentify(authenticate: Authenticate): (headers: Headers) => Promise<RequestClaims> {
  return async headers => {
    const { authorization } = headers;
    // Given twice, one of the two would go unread.
    const caller = await authenticate(Array.isArray(authorization) ? undefined : authorization);
    return { caller, ...readPurpose(headers, caller), view: viewOf(caller), extendedAccess: false };
  };
}
