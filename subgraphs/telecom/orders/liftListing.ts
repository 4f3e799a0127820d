import type { Kysely } from "kysely";
import { chinaDay } from "../../../schema/contract/calendar";
import type { PoliceEvent } from "../../../schema/contract/policeEvents";
import { toChange } from "../commands/change";
import { EVERY_ROW } from "../commands/everyRow";
import { isListedOn } from "../rules/lineBlacklist";
import { createBlacklistStore } from "../store/blacklistStore";
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
  const store = createBlacklistStore(tx);
  const [entry] = await store.entriesByIds([targetId], EVERY_ROW);
  // Somebody else's entry is no business of whoever objected; one that has ended stays as it ended.
  if (entry === undefined || (subjectId !== null && entry.subjectId !== subjectId)) return;
  if (!isListedOn(entry, chinaDay(at)) || !(await store.liftEntry(entry, at, REASON))) return;
  await createOutboxStore(tx).insertChanges([
    toChange({
      kind: "BLACKLIST_LIFTED",
      at,
      carrier: entry.carrier,
      subjectId: entry.subjectId,
      touched: [`BlacklistEntry:${entry.id}`],
    }),
  ]);
  await tellLinesRestored(tx, [{ causeId: entry.id, lastRestoredAt: at }], at);
}
