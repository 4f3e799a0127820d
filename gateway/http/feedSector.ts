import type { IncomingHttpHeaders } from "node:http";

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
