import { policeEventSchema } from "../../schema/contract/policeEvents";
import type { Follower } from "../shared/runningSubgraph";
import type { AuditStore } from "./store/auditStore";

/**
 * What the police let the people confirmed in a case know: the looks at them made for it, once its lead has said so or
 * it is closed.
 */
export function followPolice(store: AuditStore): Follower {
  return {
    source: "police",
    async apply(tx, events) {
      for (const { payload } of events) {
        const event = policeEventSchema.parse(JSON.parse(payload ?? "null"));
        if (event.kind === "LOOKUPS_RELEASED")
          await store.releaseCase(event.caseNumber, event.subjectIds, new Date(event.until), tx);
      }
    },
  };
}
