import type { Kysely } from "kysely";
import type { PoliceEvent } from "../../../schema/contract/policeEvents";
import { toChange } from "../commands/change";
import { createFlagStore } from "../store/flagStore";
import { createLineReportStore } from "../store/lineReportStore";
import { createOutboxStore } from "../store/outboxStore";
import { AbnormalFlagKind, FlagStatus } from "../types/enums";
import { noticeFlagId } from "./noticeFlagId";

type Notice = Extract<PoliceEvent, { kind: "POLICE_NOTICE" }>;

/** Raises the flag by which a carrier hears that the police have come upon a line; it stops nothing by itself. */
export async function raiseNotice(
  tx: Kysely<unknown>,
  { involvementId, caseNumber, lineId }: Notice,
  at: Date,
): Promise<void> {
  const line = (await createLineReportStore(tx).lockLines([lineId])).get(lineId);
  if (line === undefined) return; // no carrier has reported it: nobody is there to be told
  const { subjectId, carrier } = line;
  const moment = at.toISOString();
  const id = noticeFlagId({ involvementId, lineId });
  const fresh = await createFlagStore(tx).insertFlags([
    {
      subjectId,
      id,
      lineId,
      carrier,
      kind: AbnormalFlagKind.POLICE_NOTICE,
      status: FlagStatus.REPORTED,
      observedFrom: moment,
      observedTo: moment,
      callCount: null,
      complaintCount: null,
      evidence: `case ${caseNumber}`,
      reportedAt: moment,
      verifiedBy: null,
      verifiedAt: null,
      note: null,
    },
  ]);
  if (fresh.length === 0) return;
  await createOutboxStore(tx).insertChanges([
    toChange({ kind: "FLAG_REPORTED", at, carrier, subjectId, lineId, flagId: id }),
  ]);
}
