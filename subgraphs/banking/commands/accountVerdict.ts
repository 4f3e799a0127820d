import { HubError } from "../../../schema/contract/errors";
import { accepted, duplicate, rejected, type ItemVerdict } from "../../shared/reports/itemVerdict";
import type { SavedAccount } from "../store/accountRecord";

/** What became of an account that could be read, as its reporter is told. */
export function accountVerdict({ id, isWritten, refusedIn }: SavedAccount): ItemVerdict {
  if (isWritten) return accepted(id);
  if (refusedIn === null) return duplicate(id);
  const message = `The account is ${refusedIn}: what is opened again is another account.`;
  return rejected(new HubError("INVALID_TRANSITION", message));
}
