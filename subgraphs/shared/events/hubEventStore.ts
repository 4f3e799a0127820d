import { sql, type Kysely } from "kysely";
import type { FeedName } from "../relay/relayStore";
import type { HubEvent } from "./HubEvent";

/** Reads what a subgraph has to tell the others. */
export interface HubEventStore {
  eventsAfter(audience: string, sequence: number, limit: number): Promise<HubEvent[]>;
}

/** The events of one subgraph, as its relay numbered them. */
export function createHubEventStore(name: FeedName, db: Kysely<unknown>): HubEventStore {
  return {
    async eventsAfter(audience, sequence, limit) {
      const { rows } = await sql<HubEvent>`/* HubEventStore.eventsAfter */
        select sequence, at, kind, payload::text as payload from ${sql.id(name, "change")}
        where audience = ${audience} and sequence > ${sequence}::bigint
        order by sequence limit ${limit}::int`.execute(db);
      return rows;
    },
  };
}
