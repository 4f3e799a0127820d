import type { IncomingHttpHeaders } from "node:http";
import type { RequestClaims } from "../../schema/contract/claims";

/** One sector's feed: the document that reads it, and where in the answer it stands. */
export interface FeedSector {
  readonly name: string;
  /** With the variables `after` and `first`. */
  readonly document: string;
  /** The root field: a connection whose nodes have a `sequence`. */
  readonly field: string;
  /** The cursor behind which the sequence number stands. */
  cursorOf(sequence: string): string;
}

/** What a document was answered with. */
export interface FeedAnswer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly extensions?: { readonly code?: unknown } }[];
}

/** Sends a document on the road of every operation: rights, limits and the record of the look are those of any other. */
export type AskFeed = (
  headers: IncomingHttpHeaders,
  document: string,
  variables: Readonly<Record<string, unknown>>,
) => Promise<FeedAnswer>;

/** What the feed is made of; the gateway knows no sector by itself. */
export interface FeedParts {
  readonly sectors: readonly FeedSector[];
  /** Tells when a sector's feed may have grown; answers how to stop listening. */
  listen(sector: string, wake: () => void): () => void;
  readonly ask: AskFeed;
  /** Throws once the token is over or was revoked. */
  readonly identify: (headers: IncomingHttpHeaders) => Promise<RequestClaims>;
  readonly heartbeatMs?: number;
}
