import { HubError } from "../../../schema/contract/errors";
import { parseText } from "../../shared/parseText";
import { derivedId } from "../input/derivedId";
import type { LineState } from "../reports/lineDraft";
import { verifiedBeforeStop } from "../rules/verifiedBeforeStop";
import type { FlagRow } from "../store/flagStore";
import { FlagStatus, LineStatus } from "../types/enums";
import { toChange } from "./change";
import { EVERY_ROW } from "./everyRow";
import { issueOrders } from "./issueOrders";
import { requireRow } from "./requireRow";
import type { TelecomTransaction } from "./telecomTransaction";

/** Whether what was reported is true, and how that was found out. */
export interface FlagDecision {
  readonly confirmed: boolean;
  readonly note: string;
}

/**
 * Decides on a flag that the caller may decide on, once: VERIFIED or DISMISSED. Only a verified one has the carrier
 * do something, by its kind. Throws INVALID_TRANSITION for a flag that was decided on before.
 */
export async function decideFlag(
  seen: FlagRow,
  { confirmed, note }: FlagDecision,
  transaction: TelecomTransaction,
): Promise<FlagRow> {
  const { claims, at, stores, tell } = transaction;
  // Held first: a flag goes along with its line where somebody registers for it.
  const line = (await stores.lineReports.lockLines([seen.lineId])).get(seen.lineId);
  const own = await requireRow(stores.flags.flagsByIds([seen.id], EVERY_ROW), "a flag that was just seen");
  const isDecided = await stores.flags.decideFlag(own, {
    status: confirmed ? FlagStatus.VERIFIED : FlagStatus.DISMISSED,
    verifiedBy: claims.caller.id,
    verifiedAt: at,
    note: parseText("note", note),
  });
  const flag = await requireRow(stores.flags.flagsByIds([seen.id], EVERY_ROW), "a flag that was decided on");
  if (!isDecided) throw new HubError("INVALID_TRANSITION", `The flag is ${flag.status} already.`);
  const { subjectId, lineId, carrier, id: flagId } = flag;
  const kind = confirmed ? "FLAG_VERIFIED" : "FLAG_DISMISSED";
  await tell([toChange({ kind, at, carrier, subjectId, lineId, flagId })]);
  await orderByKind(flag, line, transaction);
  return flag;
}

/** A line that is closed, or has gone to another holder since, has nothing left to stop. */
async function orderByKind(
  flag: FlagRow,
  line: LineState | undefined,
  transaction: TelecomTransaction,
): Promise<void> {
  const task = verifiedBeforeStop(flag.kind, flag.status);
  if (task === null) return;
  const { subjectId, lineId, id: causeId } = flag;
  if (line === undefined || line.subjectId !== subjectId || line.status === LineStatus.CLOSED) return;
  const id = derivedId("order", causeId, task.kind);
  await issueOrders([{ ...task, id, subjectId, lineId, carrier: line.carrier, causeId }], transaction);
}
