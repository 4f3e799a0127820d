import { Client } from "pg";
import { testServices } from "./services";

/** One statement to the run's PostgreSQL itself: its rows. */
export async function administer(statement: string): Promise<unknown[]> {
  const client = new Client({ connectionString: testServices().postgresUrl("postgres") });
  await client.connect();
  try {
    return (await client.query(statement)).rows as unknown[];
  } finally {
    await client.end();
  }
}
