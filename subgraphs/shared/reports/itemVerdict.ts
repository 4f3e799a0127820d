import type { HubError } from "../../../schema/contract/errors";
import { ItemState } from "../types/enums";
import type { ItemOutcome } from "../types/ItemOutcome";

/** What became of an item, without its place in the report. */
export type ItemVerdict = Omit<ItemOutcome, "index">;

/** The item is stored under this id. */
export function accepted(id: string): ItemVerdict {
  return { state: ItemState.ACCEPTED, id, code: null, message: null };
}

/** What the item says is known already, from this report or an earlier one; nothing was changed. */
export function duplicate(id: string): ItemVerdict {
  return { state: ItemState.DUPLICATE, id, code: null, message: null };
}

/** The item was not stored; its error says how to mend it. The other items are none the worse for it. */
export function rejected({ code, message }: HubError): ItemVerdict {
  return { state: ItemState.REJECTED, id: null, code, message };
}
