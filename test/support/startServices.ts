import { buildWorkers } from "./buildWorkers";
import { createReaper, type Reaper } from "../../scripts/services/reaper";
import { SERVICE_VARIABLES } from "./services";
import { startPostgres } from "../../scripts/services/startPostgres";
import { startRedis } from "../../scripts/services/startRedis";

declare global {
  var duankaTestReaper: Reaper | undefined;
}

/** Jest's global set-up: one PostgreSQL and one Redis for the whole run. Jest wants a default export. */
export default async function startServices(): Promise<void> {
  buildWorkers();
  const reaper = createReaper();
  globalThis.duankaTestReaper = reaper;
  try {
    const [postgres, redis] = await Promise.all([startPostgres(reaper), startRedis(reaper)]);
    process.env[SERVICE_VARIABLES.postgresPort] = String(postgres.port);
    process.env[SERVICE_VARIABLES.redisUrl] = redis.url;
    process.env[SERVICE_VARIABLES.storesFolder] = reaper.folder("stores");
  } catch (error) {
    await reaper.finish();
    throw error;
  }
}
