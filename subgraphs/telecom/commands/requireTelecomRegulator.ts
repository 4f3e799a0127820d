import type { RequestClaims } from "../../../schema/contract/claims";
import { HubError } from "../../../schema/contract/errors";
import type { FigureFilter } from "../rowFilter";

/** What the regulator may look at. */
export const EVERY_INSTITUTION: FigureFilter = { institution: null };

/** Throws FORBIDDEN for everybody but the telecom regulator: the banks' regulator has its own register. */
export function requireTelecomRegulator({ view }: RequestClaims): void {
  if (view !== "regulator:telecom")
    throw new HubError("FORBIDDEN", "Only the telecom regulator sets deadlines for carriers.");
}
