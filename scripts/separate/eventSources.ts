import type { StoreName } from "../../schema/database/migrate";
import type { FeedName } from "../../subgraphs/shared/relay/relayStore";

/** Whose events each subgraph asks for, and so whose address it has to know. */
export const EVENT_SOURCES: Readonly<Record<StoreName, readonly FeedName[]>> = {
  telecom: ["police"],
  banking: ["police"],
  police: ["telecom", "banking"],
  audit: ["police"],
};
