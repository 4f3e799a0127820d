import type { ExecutionResult } from "graphql";
import { TOUCHED_EXTENSION } from "../../../schema/contract/answerExtensions";
import { parseTouched, type TouchedEntity } from "../../../schema/contract/touchedEntities";
import type { EntityCache } from "../../cache/entityCache";
import { MAX_LIFETIME_MS } from "../../cache/cacheLimits";
import type { SubgraphRequest, SubgraphTransport } from "../subgraphTransport";

/** Under which the client is told that others may still be shown what was. */
const CACHE_EXTENSION = "cache";
const STALE = { staleUpToSeconds: MAX_LIFETIME_MS / 1_000 };

/**
 * Sends a mutation and sees to it that the cache has forgotten what it touched before its answer leaves. Where
 * that cannot be said, because the cache is away or the answer is lost, the client is told for how long at most
 * others may still see what was.
 */
export async function forgetTouched(
  transport: SubgraphTransport,
  cache: EntityCache,
  request: SubgraphRequest,
): Promise<ExecutionResult> {
  const { extensions } = request.notes;
  let answer: ExecutionResult;
  try {
    answer = await transport.send(request);
  } catch (error) {
    // It may have been carried out all the same, and nobody said what it touched.
    extensions.set(CACHE_EXTENSION, STALE);
    throw error;
  }
  const touched = readTouched(answer);
  const isForgotten = touched !== null && (await cache.invalidate(request.subgraph, touched));
  if (!isForgotten) extensions.set(CACHE_EXTENSION, STALE);
  return answer;
}

/** Null where the subgraph says it in a form that is not understood. */
function readTouched({ extensions }: ExecutionResult): TouchedEntity[] | null {
  const told = extensions?.[TOUCHED_EXTENSION] ?? [];
  if (!Array.isArray(told)) return null;
  try {
    return told.map(one => parseTouched(String(one)));
  } catch {
    return null;
  }
}
