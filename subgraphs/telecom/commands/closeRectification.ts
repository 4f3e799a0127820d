import { HubError } from "../../../schema/contract/errors";
import { parseText } from "../../shared/parseText";
import { mayEnd } from "../rules/agentRectify";
import type { RectificationRow } from "../store/rectificationStore";
import { RectificationStatus } from "../types/enums";
import type { CloseRectificationInput } from "../types/CloseRectificationInput";
import { toChange } from "./change";
import { requireRow } from "./requireRow";
import { EVERY_INSTITUTION, requireTelecomRegulator } from "./requireTelecomRegulator";
import type { TelecomTransaction } from "./telecomTransaction";

/** Ends a rectification, once: what was broken is mended, or whoever let the time pass is shut. */
export async function closeRectification(
  { rectificationId: id, shut, note }: CloseRectificationInput,
  { claims, at, day, stores, tell }: TelecomTransaction,
): Promise<RectificationRow> {
  requireTelecomRegulator(claims);
  const text = parseText("note", note);
  const find = (): Promise<RectificationRow[]> =>
    stores.rectifications.rectificationsByIds([id], day, EVERY_INSTITUTION);
  const [open] = await find();
  if (open === undefined) throw new HubError("NOT_FOUND", "There is no such rectification.");
  const status = shut ? RectificationStatus.SHUT : RectificationStatus.CLOSED;
  const isEnded =
    mayEnd(open.status, shut) && (await stores.rectifications.endRectification(id, status, day, text));
  const ended = await requireRow(find(), "a rectification that was just ended");
  if (!isEnded) {
    const hint =
      ended.status === RectificationStatus.ORDERED ? `, due on ${ended.dueOn}: it is shut only after` : "";
    throw new HubError("INVALID_TRANSITION", `The rectification is ${ended.status}${hint}.`);
  }
  await tell([
    toChange({
      kind: shut ? "RECTIFICATION_SHUT" : "RECTIFICATION_CLOSED",
      at,
      carrier: ended.institution,
      rectificationId: id,
      touched: [`Institution:${ended.institution}`],
    }),
  ]);
  return ended;
}
