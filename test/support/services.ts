/** Where the servers of this test run listen. */
export interface TestServices {
  /** A database of the run's PostgreSQL by name. */
  postgresUrl(database: string): string;
  readonly redisUrl: string;
  /** Where embedded stores of the run are kept. */
  readonly storesFolder: string;
}

/** Written by `startServices`, inherited by the processes in which the tests run. */
export const SERVICE_VARIABLES = {
  postgresPort: "DUANKA_TEST_POSTGRES_PORT",
  redisUrl: "DUANKA_TEST_REDIS_URL",
  storesFolder: "DUANKA_TEST_STORES_FOLDER",
} as const;

/** The PostgreSQL and the Redis that were started for this test run. */
export function testServices(): TestServices {
  const port = requireVariable(SERVICE_VARIABLES.postgresPort);
  return {
    postgresUrl: database => `postgres://postgres@127.0.0.1:${port}/${database}`,
    redisUrl: requireVariable(SERVICE_VARIABLES.redisUrl),
    storesFolder: requireVariable(SERVICE_VARIABLES.storesFolder),
  };
}

function requireVariable(name: string): string {
  const value = process.env[name];
  if (value === undefined)
    throw new Error(`${name} is not set: run the tests with jest, whose global set-up starts the servers.`);
  return value;
}
