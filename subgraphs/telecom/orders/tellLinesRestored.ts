import type { Kysely } from "kysely";
import type { Restored } from "../../shared/orders/holdingOrderStore";
import { tellRedress } from "./tellRedress";

/** Tells the police of causes, single orders and blacklist entries of which nothing is left to be undone. */
export async function tellLinesRestored(
  tx: Kysely<unknown>,
  restored: readonly Restored[],
  at: Date,
): Promise<void> {
  const events = restored.map(({ causeId, lastRestoredAt }) => {
    const restoredAt = (lastRestoredAt ?? at).toISOString();
    return { kind: "CAUSE_RESTORED", causeId, restoredAt } as const;
  });
  await tellRedress(tx, events, at);
}
