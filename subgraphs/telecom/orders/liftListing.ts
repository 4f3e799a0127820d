import type { Kysely } from "kysely";
import { chinaDay } from "../../../schema/contract/calendar";
import type { PoliceEvent } from "../../../schema/contract/policeEvents";
import { toChange } from "../commands/change";
import { EVERY_ROW } from "../commands/everyRow";
import { isListedOn } from "../rules/lineBlacklist";
import { createBlacklistStore, type BlacklistRow } from "../store/blacklistStore";
import { createOutboxStore } from "../store/outboxStore";
import { tellLinesRestored } from "./tellLinesRestored";

type Decision = Extract<PoliceEvent, { kind: "OBJECTION_DECIDED" }>;

const REASON = "An objection to the entry was confirmed by the police.";

/** An objection to a blacklist entry was confirmed: the entry ends at once, and the carrier is told (N20-5, RN-4). */
export async function liftListing(
  tx: Kysely<unknown>,
  { targetId, subjectId }: Decision,
  at: Date,
): Promise<void> {
  const [entry] = await createBlacklistStore(tx).entriesByIds([targetId], EVERY_ROW);
  // Somebody else's entry is no business of whoever objected.
  if (entry === undefined || entry.subjectId !== subjectId) return;
  await lift(tx, entry, at);
  await tellLinesRestored(tx, [{ causeId: entry.id, lastRestoredAt: at }], at);
}

/** One that has ended stays as it ended. */
async function lift(tx: Kysely<unknown>, entry: BlacklistRow, at: Date): Promise<void> {
  if (!isListedOn(entry, chinaDay(at)) || !(await createBlacklistStore(tx).liftEntry(entry, at, REASON)))
    return;
  await createOutboxStore(tx).insertChanges([
    toChange({
      kind: "BLACKLIST_LIFTED",
      at,
      carrier: entry.carrier,
      subjectId: entry.subjectId,
      touched: [`BlacklistEntry:${entry.id}`],
    }),
  ]);
}
