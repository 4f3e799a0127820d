import type { Kysely } from "kysely";
import type { Clock } from "../../../schema/contract/clock";
import type { PoliceEvent } from "../../../schema/contract/policeEvents";
import { parsePoliceEvents } from "../../shared/events/parsePoliceEvents";
import { liftSingleOrder } from "../../shared/orders/liftSingleOrder";
import type { OrderKeeper } from "../../shared/orders/orderKeeper";
import type { Follower } from "../../shared/runningSubgraph";
import { accountRedress } from "./accountRedress";
import { correctAccount } from "./correctAccount";
import { refuseMismatch } from "./refuseMismatch";
import { requestStatement } from "./requestStatement";

/** What banking does about the events of the police. */
export function followPolice(keeper: OrderKeeper, clock: Clock): Follower {
  async function act(tx: Kysely<unknown>, event: PoliceEvent): Promise<void> {
    switch (event.kind) {
      case "MEASURE_IN_FORCE":
        await keeper.hear(tx, event);
        if (event.causeKind === "STOP_PAYMENT") await refuseMismatch(tx, event, clock());
        return;
      case "MEASURE_LIFTED":
      case "MEASURE_EXPIRED":
        return keeper.hear(tx, event);
      case "STATEMENT_REQUESTED":
        return requestStatement(tx, event, clock());
      case "OBJECTION_DECIDED":
        if (!event.confirmed) return;
        if (event.target === "ORDER") await liftSingleOrder(accountRedress(tx, clock()), event, clock());
        if (event.target === "DATA_ERROR") await correctAccount(tx, event, clock());
        return;
      // Told for the feeds: no account changes by them.
      case "OBJECTION_FILED":
      case "WARNING_PUBLISHED":
      case "POLICE_NOTICE":
      case "INVOLVEMENT_WITHDRAWN":
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
