import type { IncomingHttpHeaders } from "node:http";
import type { AskFeed, FeedSector } from "./feedSector";

/** Changes of one sector, ready to be sent. */
export interface FeedPage {
  readonly events: readonly { readonly sequence: string; readonly text: string }[];
  readonly hasNextPage: boolean;
  /** FORBIDDEN: the caller may not read this sector at all. OVER: their token has ended, or was revoked. */
  readonly state: "READ" | "FORBIDDEN" | "OVER";
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
    const isRefusedAs = (code: string): boolean => errors.some(({ extensions }) => extensions?.code === code);
    const nothing = { events: [], hasNextPage: false };
    if (isRefusedAs("UNAUTHENTICATED")) return { ...nothing, state: "OVER" };
    return errors.length === 0 || isRefusedAs("FORBIDDEN") ? { ...nothing, state: "FORBIDDEN" } : null;
  }
  return {
    events: connection.nodes.map(node => ({ sequence: node.sequence, text: JSON.stringify(node) })),
    hasNextPage: connection.pageInfo.hasNextPage,
    state: "READ",
  };
}
