import type { RequestClaims } from "../../../schema/contract/claims";
import { HubError } from "../../../schema/contract/errors";

/** A police officer and the organ they act for. */
export interface Officer {
  readonly id: string;
  readonly authority: string;
}

/** Throws FORBIDDEN for everybody but an officer of a public security organ. */
export function requireOfficer({ caller }: RequestClaims): Officer {
  if (caller.kind !== "POLICE" || caller.authority === null) {
    throw new HubError("FORBIDDEN", "Only officers of a public security organ can do this.");
  }
  return { id: caller.id, authority: caller.authority };
}
