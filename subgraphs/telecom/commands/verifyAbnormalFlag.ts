import { HubError } from "../../../schema/contract/errors";
import { parseText } from "../../shared/parseText";
import { derivedId } from "../input/derivedId";
import { lineRowsOf } from "../rowFilter";
import { verifiedBeforeStop } from "../rules/verifiedBeforeStop";
import type { FlagRow } from "../store/flagStore";
import { FlagStatus, LineStatus } from "../types/enums";
import type { VerifyAbnormalFlagInput } from "../types/VerifyAbnormalFlagInput";
import { toChange } from "./change";
import { EVERY_ROW } from "./everyRow";
import { issueOrders } from "./issueOrders";
import { requireRow } from "./requireRow";
import type { TelecomTransaction } from "./telecomTransaction";

/**
 * Decides on a flag, once: VERIFIED or DISMISSED. Only a verified one has the carrier do something, by its kind.
 * Throws NOT_FOUND for another carrier's flag and INVALID_TRANSITION for one that was decided on before.
 */
export async function verifyAbnormalFlag(
  { flagId, confirmed, note }: VerifyAbnormalFlagInput,
  transaction: TelecomTransaction,
): Promise<FlagRow> {
  const { claims, at, stores, tell } = transaction;
  const text = parseText("note", note);
  const filter = claims.caller.kind === "PERSON" ? null : lineRowsOf(claims.view);
  const [seen] = filter === null ? [] : await stores.flags.flagsByIds([flagId], filter);
  if (seen === undefined)
    throw new HubError("NOT_FOUND", "There is no such flag, or it is not yours to verify.");
  const status = confirmed ? FlagStatus.VERIFIED : FlagStatus.DISMISSED;
  const isDecided = await stores.flags.decideFlag(seen, {
    status,
    verifiedBy: claims.caller.id,
    verifiedAt: at,
    note: text,
  });
  const flag = await requireRow(stores.flags.flagsByIds([flagId], EVERY_ROW), "a flag that was decided on");
  if (!isDecided) throw new HubError("INVALID_TRANSITION", `The flag is ${flag.status} already.`);
  const { subjectId, lineId, carrier } = flag;
  const kind = confirmed ? "FLAG_VERIFIED" : "FLAG_DISMISSED";
  await tell([toChange({ kind, at, carrier, subjectId, lineId, flagId })]);
  await orderByKind(flag, transaction);
  return flag;
}

/** A line that is closed, or has gone to another holder since, has nothing left to stop. */
async function orderByKind(flag: FlagRow, transaction: TelecomTransaction): Promise<void> {
  const task = verifiedBeforeStop(flag.kind, flag.status);
  if (task === null) return;
  const { subjectId, lineId, id: causeId } = flag;
  const [line] = await transaction.stores.lines.linesByIds([lineId], EVERY_ROW);
  if (line === undefined || line.subjectId !== subjectId || line.status === LineStatus.CLOSED) return;
  const id = derivedId("order", causeId, task.kind);
  await issueOrders([{ ...task, id, subjectId, lineId, carrier: line.carrier, causeId }], transaction);
}
