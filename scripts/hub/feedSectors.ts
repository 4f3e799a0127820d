import type { FeedSector } from "../../gateway/http/feedSector";
import { readOperation } from "../../schema/operations/readOperation";
import { encodeCursor } from "../../subgraphs/shared/pagination";
import type { FeedName } from "../../subgraphs/shared/relay/relayStore";

const FIELDS: Readonly<Record<FeedName, string>> = {
  telecom: "telecomChanges",
  banking: "bankingChanges",
  police: "policeChanges",
};

/** The feeds of this hub, each with the document that reads it. */
export function feedSectors(): FeedSector[] {
  return (Object.keys(FIELDS) as FeedName[]).map(name => ({
    name,
    document: readOperation(`feed-${name}`),
    field: FIELDS[name],
    cursorOf: sequence => encodeCursor([Number(sequence)]),
  }));
}
