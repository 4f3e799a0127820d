import { randomUUID } from "node:crypto";
import { HubError } from "../../../schema/contract/errors";
import { parseText } from "../../shared/parseText";
import { isToken } from "../../shared/subjects/requireToken";
import { isListedOn } from "../rules/lineBlacklist";
import type { BlacklistRow } from "../store/blacklistStore";
import type { BlacklistLineHolderInput } from "../types/BlacklistLineHolderInput";
import { toChange } from "./change";
import { EVERY_ROW } from "./everyRow";
import { requireRow } from "./requireRow";
import type { TelecomTransaction } from "./telecomTransaction";

const MAX_REASON_LENGTH = 500;

/** Lists a holder of the carrier's lines, present or former, whom it refuses in a grave case; once at a time. */
export async function blacklistLineHolder(
  { subjectId, carrier, reason, endsOn = null }: BlacklistLineHolderInput,
  { at, day, stores, tell }: TelecomTransaction,
): Promise<BlacklistRow> {
  const text = parseText("reason", reason, MAX_REASON_LENGTH);
  if (endsOn !== null && endsOn < day) throw new HubError("BAD_INPUT", "`endsOn` has passed already.");
  const filter = { carrier, person: null };
  if (!isToken(subjectId) || !(await stores.blacklist.lockHolder(subjectId, carrier)))
    throw new HubError("NOT_FOUND", "This carrier has, and had, no line of such a holder.");
  const listed = await stores.blacklist.entriesBySubjects([subjectId], filter);
  if (listed.some(entry => isListedOn(entry, day)))
    throw new HubError("INVALID_TRANSITION", "The holder is LISTED already: lift that entry first.");
  const id = randomUUID();
  const entry = { subjectId, id, carrier, reason: text, startsOn: day, endsOn, liftedAt: null };
  await stores.blacklist.insertEntries([entry]);
  await tell([toChange({ kind: "HOLDER_BLACKLISTED", at, carrier, subjectId })]);
  return requireRow(stores.blacklist.entriesByIds([id], EVERY_ROW), "an entry that was just made");
}
