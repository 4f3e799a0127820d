import { createHmac, createSecretKey } from "node:crypto";
import { requireSecret } from "./requireSecret";

/** Names of what the cache holds. Gateway and subgraphs make the same ones; nobody else can. */
export interface CacheNames {
  /** Everything that one subgraph has answered about one entity. */
  entity(subgraph: string, type: string, id: string): string;
  /** One selection with its arguments, as one view sees it. */
  selection(text: string, view: string): string;
}

const PREFIX = "duanka:cache";

/** Makes names from the key that gateway and subgraphs share: tokens and numbers cannot be read off them. */
export function createCacheNames(nameKey: Buffer): CacheNames {
  const key = createSecretKey(requireSecret("cache name key", nameKey));
  const digest = (text: string) => createHmac("sha256", key).update(text).digest("base64url");
  return {
    // Names of subgraphs and types hold no bar, so the id always begins behind the third.
    entity: (subgraph, type, id) =>
      `${PREFIX}:${subgraph}:${type}:${digest(`entity|${subgraph}|${type}|${id}`)}`,
    // As a list, so that no text can reach into the view.
    selection: (text, view) => digest(`selection|${JSON.stringify([text, view])}`),
  };
}
