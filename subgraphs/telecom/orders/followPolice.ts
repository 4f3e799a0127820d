import type { Kysely } from "kysely";
import type { Clock } from "../../../schema/contract/clock";
import type { PoliceEvent } from "../../../schema/contract/policeEvents";
import { parsePoliceEvents } from "../../shared/events/parsePoliceEvents";
import type { OrderKeeper } from "../../shared/orders/orderKeeper";
import type { Follower } from "../../shared/runningSubgraph";
import { correctLine } from "./correctLine";
import { liftLineOrder } from "./liftLineOrder";
import { liftListing } from "./liftListing";
import { raiseNotice } from "./raiseNotice";
import { withdrawNotice } from "./withdrawNotice";

/** What telecom does about the events of the police. */
export function followPolice(keeper: OrderKeeper, clock: Clock): Follower {
  async function act(tx: Kysely<unknown>, event: PoliceEvent): Promise<void> {
    switch (event.kind) {
      case "MEASURE_IN_FORCE":
      case "MEASURE_LIFTED":
      case "MEASURE_EXPIRED":
        return keeper.hear(tx, event);
      case "POLICE_NOTICE":
        return raiseNotice(tx, event, clock());
      case "INVOLVEMENT_WITHDRAWN":
        return withdrawNotice(tx, event, clock());
      case "OBJECTION_DECIDED":
        if (!event.confirmed) return;
        if (event.target === "ORDER") await liftLineOrder(tx, event, clock());
        if (event.target === "BLACKLIST_ENTRY") await liftListing(tx, event, clock());
        if (event.target === "DATA_ERROR") await correctLine(tx, event, clock());
        return;
      // Told for the feeds: no line changes by them.
      case "OBJECTION_FILED":
      case "WARNING_PUBLISHED":
      case "STATEMENT_REQUESTED":
        return;
    }
  }
  return {
    source: "police",
    async apply(tx, events) {
      for (const event of parsePoliceEvents(events)) await act(tx, event);
    },
  };
}
