import { HubError } from "../../schema/contract/errors";

/** A token that is not accepted. Which check it failed is for the log alone: it would guide a forger. */
export function createTokenRefusal(check: string, cause?: unknown): HubError {
  return new HubError("UNAUTHENTICATED", "A valid bearer token is needed.", { detail: check, cause });
}
