import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";

/** Documents that are kept here, and those that clients have sent, by the hash of their text. */
export interface DocumentStore {
  /** Whether a document is one of those that are kept here. */
  isTrusted(hash: string): boolean;
  /** In the form in which Apollo Server looks up documents that are sent by hash. */
  readonly cache: {
    get(key: string): Promise<string | undefined>;
    set(key: string, text: string): Promise<void>;
    delete(key: string): Promise<boolean>;
  };
}

/** Documents of clients, each up to the parser's limit. */
const SENT_DOCUMENTS = 1_000;
/** How Apollo Server marks its keys. */
const KEY_PREFIX = "apq:";

/** A store of the given documents. What clients send is kept for a while and never becomes trusted. */
export function createDocumentStore(trustedTexts: readonly string[]): DocumentStore {
  const trusted = new Map(trustedTexts.map(text => [createHash("sha256").update(text).digest("hex"), text]));
  const sent = new LRUCache<string, string>({ max: SENT_DOCUMENTS });
  const hashOf = (key: string): string => (key.startsWith(KEY_PREFIX) ? key.slice(KEY_PREFIX.length) : key);
  return {
    isTrusted: hash => trusted.has(hash),
    cache: {
      get: key => Promise.resolve(trusted.get(hashOf(key)) ?? sent.get(hashOf(key))),
      set: (key, text) => Promise.resolve(void sent.set(hashOf(key), text)),
      // Documents leave by not being used.
      delete: () => Promise.resolve(false),
    },
  };
}
