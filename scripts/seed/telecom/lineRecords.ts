import { nobodyOf } from "../../../subgraphs/telecom/nobody";
import type { BlacklistRecord } from "../../../subgraphs/telecom/store/tables/blacklistTable";
import type { FlagRecord } from "../../../subgraphs/telecom/store/tables/flagTable";
import type { OrderRecord } from "../../../subgraphs/telecom/store/tables/lineOrderTable";
import type { LineRecord } from "../../../subgraphs/telecom/store/tables/lineTable";
import type { WorldBlacklistEntry, WorldLine } from "../worldModel";
import { lastSeenAt } from "./lastSeenAt";
import type { TelecomNaming } from "./telecomNaming";

/** A line with what hangs on it. */
interface LineRecords {
  readonly line: LineRecord;
  readonly flags: FlagRecord[];
  readonly orders: OrderRecord[];
}

/** A line of the world as the store keeps it. */
export function lineRecords(line: WorldLine, naming: TelecomNaming): LineRecords {
  const lineId = naming.lineId(line.number);
  const subjectId = line.holder === null ? nobodyOf(lineId) : naming.tokenOf(line.holder);
  const place = { subjectId, lineId, carrier: line.carrier };
  return {
    line: toLine(line, lineId, subjectId, naming),
    flags: line.flags.map(flag => ({ ...flag, ...place })),
    orders: line.orders.map(order => ({
      ...order,
      ...place,
      deliveredAt: order.status === "ISSUED" ? null : (order.executedAt ?? order.issuedAt),
      refusalReason: null,
    })),
  };
}

function toLine(line: WorldLine, id: string, subjectId: string, naming: TelecomNaming): LineRecord {
  const { realName, riskNotice } = line;
  return {
    subjectId,
    id,
    carrier: line.carrier,
    kind: line.kind,
    status: line.status,
    sealedNumber: naming.sealLineNumber(id, line.number),
    registeredOn: line.registeredOn,
    heldSince: null,
    activatedOn: line.activatedOn,
    lastUsedOn: line.lastUsedOn,
    closedOn: line.closedOn,
    outletCode: line.outletCode,
    realNameMethod: realName?.method ?? null,
    realNameVerifiedAt: realName?.verifiedAt ?? null,
    onlineCheckPassed: realName?.onlineCheckPassed ?? null,
    photoReference: realName?.photoReference ?? null,
    realNameResult: realName?.result ?? null,
    methodMark: null,
    checkMark: null,
    photoMark: null,
    riskNoticeVersion: riskNotice?.version ?? null,
    riskNoticeDigest: riskNotice?.digest ?? null,
    riskNoticeAt: riskNotice?.acknowledgedAt ?? null,
    involvedOn: line.involvedOn,
    observedAt: lastSeenAt(line),
  };
}

/** An entry of a carrier's blacklist as the store keeps it. */
export function blacklistRecord(
  { holder, ...entry }: WorldBlacklistEntry,
  naming: TelecomNaming,
): BlacklistRecord {
  return { ...entry, subjectId: naming.tokenOf(holder) };
}
