import type { IncomingHttpHeaders } from "node:http";
import type { AskFeed, FeedSector } from "./feedSector";

/** Changes of one sector, ready to be sent. */
export interface FeedPage {
  readonly events: readonly { readonly sequence: string; readonly text: string }[];
  readonly hasNextPage: boolean;
  /** The caller may not read this sector at all. */
  readonly isForbidden: boolean;
}

/** What waits for a client at most. */
const PAGE_SIZE = 100;

interface Connection {
  readonly nodes: readonly { readonly sequence: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean };
}

/** What comes after a place in one sector; null where the sector does not answer now. */
export async function readFeedPage(
  ask: AskFeed,
  headers: IncomingHttpHeaders,
  sector: FeedSector,
  place: string,
): Promise<FeedPage | null> {
  const after = place === "0" ? null : sector.cursorOf(place);
  const { data, errors = [] } = await ask(headers, sector.document, { after, first: PAGE_SIZE });
  const connection = data?.[sector.field] as Connection | null | undefined;
  if (connection === null || connection === undefined) {
    const isRefused = errors.length === 0 || errors.some(error => error.extensions?.code === "FORBIDDEN");
    return isRefused ? { events: [], hasNextPage: false, isForbidden: true } : null;
  }
  return {
    events: connection.nodes.map(node => ({ sequence: node.sequence, text: JSON.stringify(node) })),
    hasNextPage: connection.pageInfo.hasNextPage,
    isForbidden: false,
  };
}
