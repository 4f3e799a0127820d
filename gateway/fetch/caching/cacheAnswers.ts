import type { DocumentNode, ExecutionResult, GraphQLSchema } from "graphql";
import type { EntityCache } from "../../cache/entityCache";
import type { SubgraphTransport } from "../subgraphTransport";
import type { CacheRules, TokenInput } from "./cacheRules";
import { forgetTouched } from "./forgetTouched";
import { answerThroughCache } from "./answerThroughCache";
import { splitFetch, type SplitFetch } from "./splitFetch";

/** What an answer's way through the cache is found by. */
export interface CachingParts {
  readonly cache: EntityCache;
  readonly schema: GraphQLSchema;
  readonly rules: CacheRules;
  /** Null where no input names a person. */
  readonly tokenInput: TokenInput | null;
}

/**
 * Answers from the cache what may be reused, and asks for the rest. Whatever passes here has the form of its
 * question. Operations that change something are never answered from the cache, nor is what they ask afterwards.
 */
export function cacheAnswers(transport: SubgraphTransport, parts: CachingParts): SubgraphTransport {
  const known = new WeakMap<DocumentNode, SplitFetch | "LIVE">();
  const split = (subgraph: string, document: DocumentNode): SplitFetch | "LIVE" => {
    const before = known.get(document);
    if (before !== undefined) return before;
    const found = (parts.rules.hasAny ? splitFetch(parts, subgraph, document) : null) ?? "LIVE";
    known.set(document, found);
    return found;
  };
  return {
    async send(request): Promise<ExecutionResult> {
      if (request.operationType === "mutation") return forgetTouched(transport, parts.cache, request);
      const fetch = split(request.subgraph, request.document);
      const ids = fetch === "LIVE" ? null : fetch.road.readIds(request.variables);
      if (fetch === "LIVE" || ids === null) return transport.send(request);
      return answerThroughCache({ transport, cache: parts.cache, request, fetch, ids });
    },
    close: async () => transport.close?.(),
  };
}
