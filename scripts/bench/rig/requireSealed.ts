import { Redis } from "ioredis";
import { createEntrySealing, type SealedEntry } from "../../../gateway/cache/sealing";
import { createSealer } from "../../../schema/contract/sealing";
import { readSettings } from "../../settings/readSettings";
import { SECRET_SETTINGS } from "../../settings/secretSettings";
import { MAY_BE_KEPT } from "../workloads/dossierBodies";
import type { ProofParts } from "./proveProduction";
import { unproven } from "./unproven";

/** Before the name of a selection, where its value is kept. */
const VALUE = "v:";
/** What PTTL says of a key that stays until somebody takes it away. */
const NO_END = -1;
/** Of a Redis with millions of values so many are looked at. */
const MOST_LOOKED_AT = 2_000;
/** Said here once more and not read from what is measured: that it is the same is to be proved. */
const LONGEST_KEPT_MS = 60_000;
/** They say of whom the rest is. */
const IDENTITY: ReadonlySet<string> = new Set(["__typename", "id"]);

/** How many values were looked at: each was sealed, for where it is, and may be there; and there are some. */
export async function requireSealed(
  redisUrl: string,
  environment: ProofParts["environment"],
): Promise<number> {
  const { cacheKeys } = readSettings(environment, SECRET_SETTINGS);
  const sealing = createEntrySealing(createSealer(cacheKeys));
  const redis = new Redis(redisUrl);
  try {
    let looked = 0;
    for await (const names of redis.scanStream({ match: "duanka:cache:*", count: MOST_LOOKED_AT })) {
      for (const entity of names as string[]) {
        if ((await redis.pttl(entity)) === NO_END) throw unproven("a value in Redis has no end", entity);
        for (const [field, value] of Object.entries(await redis.hgetall(entity))) {
          if (!field.startsWith(VALUE)) continue;
          const kept = sealing.open({ entity, selection: field.slice(VALUE.length) }, value);
          if (kept === null) throw unproven("a value in Redis is not sealed", value);
          requireMayBeKept(entity, kept);
          looked += 1;
        }
      }
      if (looked >= MOST_LOOKED_AT) break;
    }
    if (looked === 0) throw unproven("nothing was cached in Redis", "no value is there");
    return looked;
  } finally {
    redis.disconnect();
  }
}

/** Of a person nothing is kept that decisions stand on, and of nobody anything for longer than it may be. */
function requireMayBeKept(entity: string, { json, expiresAt }: SealedEntry): void {
  const [, , , type = ""] = entity.split(":");
  const names = type === "Subject" ? Object.keys((JSON.parse(json) as object | null) ?? {}) : [];
  const never = names.find(name => !IDENTITY.has(name) && !MAY_BE_KEPT.has(name));
  if (never !== undefined) throw unproven(`${type}.${never} may not be kept`, entity);
  if (expiresAt > Date.now() + LONGEST_KEPT_MS)
    throw unproven(`a value in Redis is kept for more than ${LONGEST_KEPT_MS / 1_000} s`, entity);
}
