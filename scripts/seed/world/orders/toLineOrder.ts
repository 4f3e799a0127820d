import type { WorldAccountOrder, WorldLineOrder } from "../../worldModel";

/** Carriers' orders are kept without delivery and refusal. */
export function toLineOrder(order: WorldAccountOrder): WorldLineOrder {
  const { id, kind, status, issuedAt, dueAt, executedAt, causeId, reason } = order;
  return { id, kind, status, issuedAt, dueAt, executedAt, causeId, reason };
}
