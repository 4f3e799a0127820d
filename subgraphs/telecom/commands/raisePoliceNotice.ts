import { HubError } from "../../../schema/contract/errors";
import { parsePhoneNumber } from "../../../schema/contract/phoneNumber";
import { parseText } from "../../shared/parseText";
import { isPoliceView } from "../../shared/view";
import { derivedId } from "../input/derivedId";
import type { FlagRow } from "../store/flagStore";
import { AbnormalFlagKind, FlagStatus } from "../types/enums";
import type { RaisePoliceNoticeInput } from "../types/RaisePoliceNoticeInput";
import { toChange } from "./change";
import { BEFORE_HOLDER, isBeforeHolder, parseSighting } from "./reportAbnormalCalls";
import { EVERY_ROW } from "./everyRow";
import { requireRow } from "./requireRow";
import type { TelecomTransaction } from "./telecomTransaction";

/** Tells a line's carrier that the police have come upon it. A flag like any other: it stops nothing by itself. */
export async function raisePoliceNotice(
  input: RaisePoliceNoticeInput,
  { claims, keys, at, stores, tell }: TelecomTransaction,
): Promise<FlagRow> {
  if (!isPoliceView(claims.view)) throw new HubError("FORBIDDEN", "Only the police raise a police notice.");
  const lineId = keys.ids.lineId(parsePhoneNumber(input.number));
  const seen = parseSighting(input, at);
  const line = (await stores.lineReports.lockLines([lineId])).get(lineId);
  if (line === undefined) throw new HubError("NOT_FOUND", "No carrier has reported such a line.");
  if (isBeforeHolder(seen, line)) throw BEFORE_HOLDER;
  const { subjectId, carrier } = line;
  const kind = AbnormalFlagKind.POLICE_NOTICE;
  const id = derivedId("flag", claims.reference, lineId, kind, seen.observedFrom, seen.observedTo);
  const fresh = await stores.flags.insertFlags([
    {
      subjectId,
      id,
      lineId,
      carrier,
      kind,
      status: FlagStatus.REPORTED,
      ...seen,
      callCount: null,
      complaintCount: null,
      evidence: parseText("evidence", input.evidence),
      reportedAt: at.toISOString(),
      verifiedBy: null,
      verifiedAt: null,
      note: null,
    },
  ]);
  if (fresh.length > 0)
    await tell([toChange({ kind: "FLAG_REPORTED", at, carrier, subjectId, lineId, flagId: id })]);
  return requireRow(stores.flags.flagsByIds([id], EVERY_ROW), "a flag that was just raised");
}
