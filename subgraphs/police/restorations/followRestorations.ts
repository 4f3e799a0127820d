import type { Clock } from "../../../schema/contract/clock";
import { restorationEventSchema } from "../../../schema/contract/restorationEvents";
import type { Follower } from "../../shared/runningSubgraph";
import { createOutboxStore } from "../store/outboxStore";
import { createRestorationStore } from "../store/restorationStore";

/** Hears from a subgraph that what a cause had brought about there is undone: until then an objection is not over. */
export function followRestorations(source: Follower["source"], clock: Clock): Follower {
  return {
    source,
    async apply(tx, events) {
      for (const { payload } of events) {
        if (payload === null) continue;
        const { causeId, restoredAt } = restorationEventSchema.parse(JSON.parse(payload));
        const changed = await createRestorationStore(tx).saveRestored(causeId, new Date(restoredAt));
        if (changed.length === 0) continue;
        const touched = changed.map(id => `Objection:${id}` as const);
        await createOutboxStore(tx, new Set()).insert({ kind: "OBJECTION_RESTORED", at: clock(), touched });
      }
    },
  };
}
