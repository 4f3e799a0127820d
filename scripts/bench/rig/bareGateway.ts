import { readFileSync } from "node:fs";
import type { EntityCacheParts } from "../../../gateway/cache/entityCache";
import { createRedisStore } from "../../../gateway/cache/redisStore";
import { createGateway } from "../../../gateway/createGateway";
import { createLogger } from "../../../gateway/errors/createLogger";
import { createHttpTransport } from "../../../gateway/fetch/httpTransport";
import type { OperationAudit } from "../../../gateway/requestContext";
import { createCacheNames } from "../../../schema/contract/cacheNames";
import type { Sealer } from "../../../schema/contract/sealing";
import { MAX_VOLUME } from "../../../schema/contract/trustedIssuers";
import { listen } from "../../cli/listen";
import { createHubLimits } from "../../hub/createHubLimits";
import { createDocumentTokenising } from "../../hub/documentTokenising";
import { readSupergraph } from "../../hub/readSupergraph";
import { connectRedis } from "../../separate/connectRedis";
import { readSettings } from "../../settings/readSettings";
import { SECRET_SETTINGS } from "../../settings/secretSettings";
import type { PeerSettings } from "./describePeer";
import { permitEverything } from "./permitEverything";

const NO_RECORDS: OperationAudit = {
  begin: () => () => undefined,
  intend: () => Promise.resolve(),
  record: () => Promise.resolve({}),
  refuse: () => Promise.resolve(undefined),
};
const UNSEALED: Sealer = { seal: plain => plain, open: sealed => sealed };

/**
 * Runs as a process of its own: this hub's gateway, put together from the same parts but for authentication,
 * authorization, signatures, sealing and access records, so that their cost can be seen. There is no way to start the
 * product like this, and no real subgraph answers what is not signed: it stands before recorded ones.
 */
async function main({ port, claims, subgraphUrls, redisUrl }: PeerSettings): Promise<void> {
  const { identityPepper, cacheNameKey } = readSettings(process.env, {
    identityPepper: SECRET_SETTINGS.identityPepper,
    cacheNameKey: SECRET_SETTINGS.cacheNameKey,
  });
  const clock = (): Date => new Date();
  const redis = redisUrl === null ? null : connectRedis([redisUrl]);
  const cache: EntityCacheParts | null =
    redis === null
      ? null
      : { store: createRedisStore(redis), names: createCacheNames(cacheNameKey), sealer: UNSEALED, clock };
  const { charge } = createHubLimits({
    redis,
    identityPepper,
    audit: NO_RECORDS,
    raise: () => Promise.resolve(),
    volumeOf: () => MAX_VOLUME,
  });
  const gateway = await createGateway({
    supergraphSdl: readSupergraph(),
    transport: createHttpTransport({ urls: new Map(Object.entries(subgraphUrls)), clock, signingKey: null }),
    identify: () => Promise.resolve(claims),
    createGuard: () => permitEverything,
    tokenising: createDocumentTokenising(identityPepper),
    ...(cache === null ? {} : { cache }),
    charge,
    logger: createLogger("error"),
  });
  await listen(gateway.app, "127.0.0.1", port);
}

void main(JSON.parse(readFileSync(process.env.BENCH_SETTINGS ?? "", "utf8")) as PeerSettings);
