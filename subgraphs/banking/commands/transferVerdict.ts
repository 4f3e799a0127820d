import { HubError } from "../../../schema/contract/errors";
import { accepted, duplicate, rejected, type ItemVerdict } from "../../shared/reports/itemVerdict";
import type { SavedTransfer } from "../store/saveTransfers";

const ANOTHERS_REFERENCE = new HubError(
  "BAD_INPUT",
  "Between these accounts `reference` is that of a transfer of another amount, moment, channel or case, which stands: see which of the two is wrong.",
);

/** What became of a transfer that could be read, as its reporter is told. */
export function transferVerdict({ id, state }: SavedTransfer): ItemVerdict {
  if (state === "OTHER") return rejected(ANOTHERS_REFERENCE);
  return state === "NEW" ? accepted(id) : duplicate(id);
}
