import { HubError } from "../../../schema/contract/errors";
import { parseText } from "../../shared/parseText";
import { carrierOfView } from "../rowFilter";
import { isListedOn } from "../rules/lineBlacklist";
import type { BlacklistRow } from "../store/blacklistStore";
import type { LiftBlacklistEntryInput } from "../types/LiftBlacklistEntryInput";
import { toChange } from "./change";
import { EVERY_ROW } from "./everyRow";
import { requireRow } from "./requireRow";
import type { TelecomTransaction } from "./telecomTransaction";

/** The way out of the blacklist: the carrier takes an entry of its own back, with its reason. */
export async function liftBlacklistEntry(
  { entryId, reason }: LiftBlacklistEntryInput,
  { claims, at, day, stores, tell }: TelecomTransaction,
): Promise<BlacklistRow> {
  const text = parseText("reason", reason);
  const carrier = carrierOfView(claims.view);
  const [entry] =
    carrier === null ? [] : await stores.blacklist.entriesByIds([entryId], { carrier, person: null });
  if (entry === undefined) throw new HubError("NOT_FOUND", "Your institution has no such entry.");
  if (entry.liftedAt === null && !isListedOn(entry, day))
    throw new HubError("INVALID_TRANSITION", `The entry has ENDED on ${entry.endsOn ?? ""}.`);
  if (!(await stores.blacklist.liftEntry(entry, at, text)))
    throw new HubError("INVALID_TRANSITION", "The entry is LIFTED already.");
  const { subjectId } = entry;
  await tell([
    toChange({
      kind: "BLACKLIST_LIFTED",
      at,
      carrier: entry.carrier,
      subjectId,
      touched: [`BlacklistEntry:${entry.id}`],
    }),
  ]);
  return requireRow(stores.blacklist.entriesByIds([entry.id], EVERY_ROW), "an entry that was just lifted");
}
