import { HubError } from "../../schema/contract/errors";
import type { TelecomContext } from "./telecomContext";

/** What a code is answered with that stands for no carrier. */
export const UNKNOWN_CARRIER = new HubError("BAD_INPUT", "The carrier is not in the telecom register.");

/** Throws BAD_INPUT for a carrier that is not in the register. */
export async function requireCarrier(
  code: string,
  { loaders }: Pick<TelecomContext, "loaders">,
): Promise<void> {
  if ((await loaders.institutionByCode(code)) === null) throw UNKNOWN_CARRIER;
}
