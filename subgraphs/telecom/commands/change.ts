import type { EntityKey } from "../../shared/touched";
import { isNobody } from "../nobody";
import type { OutboxRecord } from "../store/tables/outboxTable";

/** Everything that carriers, police and the regulator are told of lines. */
export type TelecomChangeKind =
  | "COVERAGE_DECLARED"
  | "OUTLETS_REPORTED"
  | "LINES_REPORTED"
  | "LINE_REVERIFIED"
  | "LINE_DISPUTED"
  | "RISK_NOTICE_ACKNOWLEDGED"
  | "FLAG_REPORTED"
  | "FLAG_VERIFIED"
  | "FLAG_DISMISSED"
  | "ORDER_ISSUED"
  | "ORDER_DELIVERED"
  | "ORDER_SHORTENED"
  | "ORDER_EXECUTED"
  | "ORDER_REFUSED"
  | "ORDER_EXPIRED"
  | "HOLDER_BLACKLISTED"
  | "BLACKLIST_LIFTED"
  | "RECTIFICATION_ORDERED"
  | "RECTIFICATION_OVERDUE"
  | "RECTIFICATION_CLOSED"
  | "RECTIFICATION_SHUT";

/** Who is told beside the carrier. Lines and people are no business of the regulator's; flags and breaches are. */
const ALSO_TOLD: Readonly<Record<TelecomChangeKind, readonly string[]>> = {
  COVERAGE_DECLARED: ["police"],
  OUTLETS_REPORTED: [],
  LINES_REPORTED: [],
  LINE_REVERIFIED: ["police"],
  LINE_DISPUTED: ["police"],
  RISK_NOTICE_ACKNOWLEDGED: [],
  FLAG_REPORTED: ["police", "regulator:telecom"],
  FLAG_VERIFIED: ["police", "regulator:telecom"],
  FLAG_DISMISSED: ["police", "regulator:telecom"],
  ORDER_ISSUED: ["police"],
  ORDER_DELIVERED: [],
  ORDER_SHORTENED: [],
  ORDER_EXECUTED: ["police"],
  ORDER_REFUSED: ["police"],
  ORDER_EXPIRED: ["police"],
  HOLDER_BLACKLISTED: ["police"],
  BLACKLIST_LIFTED: ["police"],
  RECTIFICATION_ORDERED: ["police", "regulator:telecom"],
  RECTIFICATION_OVERDUE: ["police", "regulator:telecom"],
  RECTIFICATION_CLOSED: ["police", "regulator:telecom"],
  RECTIFICATION_SHUT: ["police", "regulator:telecom"],
};

/** What a change is about. */
export interface ChangeFacts {
  readonly kind: TelecomChangeKind;
  readonly at: Date;
  readonly carrier: string;
  readonly subjectId?: string;
  readonly lineId?: string;
  readonly flagId?: string;
  readonly orderId?: string;
  readonly rectificationId?: string;
  /** Beside the entities that the change names itself. */
  readonly touched?: readonly EntityKey[];
}

/** A change with whoever is told of it and what it has made wrong in caches: derived here, for every mutation. */
export function toChange(facts: ChangeFacts): OutboxRecord {
  const { kind, at, carrier, subjectId, lineId, flagId, orderId, rectificationId, touched = [] } = facts;
  return {
    at: at.toISOString(),
    kind,
    audiences: [`carrier:${carrier}`, ...ALSO_TOLD[kind]],
    subjectId: subjectId ?? null,
    lineId: lineId ?? null,
    flagId: flagId ?? null,
    orderId: orderId ?? null,
    rectificationId: rectificationId ?? null,
    touched: [...new Set([...named(facts), ...touched])],
  };
}

// What has just come into being stands in no cache, but what hangs on it does: the line, and whoever holds it.
function named({ kind, subjectId, lineId, flagId, orderId, rectificationId }: ChangeFacts): EntityKey[] {
  const isNew = kind === "FLAG_REPORTED" || kind === "ORDER_ISSUED" || kind === "RECTIFICATION_ORDERED";
  const keys: EntityKey[] = subjectId === undefined ? [] : holderKeys(subjectId);
  if (lineId !== undefined) keys.push(`PhoneLine:${lineId}`);
  if (isNew) return keys;
  if (flagId !== undefined) keys.push(`AbnormalFlag:${flagId}`);
  if (orderId !== undefined) keys.push(`LineOrder:${orderId}`);
  if (rectificationId !== undefined) keys.push(`Rectification:${rectificationId}`);
  return keys;
}

/**
 * A batch of changes that stand together: what all of them have touched is told once, with the first, since the
 * same people and lines come again and again.
 */
export function touchTogether(changes: readonly OutboxRecord[]): OutboxRecord[] {
  const touched = [...new Set(changes.flatMap(change => change.touched))];
  return changes.map((change, index) => ({ ...change, touched: index === 0 ? touched : [] }));
}

/** The person whose answers show a line; nobody's line is shown under no person. */
export function holderKeys(subjectId: string): EntityKey[] {
  return isNobody(subjectId) ? [] : [`Subject:${subjectId}`];
}
