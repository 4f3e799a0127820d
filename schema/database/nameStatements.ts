import type { PostgresPool, PostgresPoolClient } from "kysely";
import type { Pool, QueryResultRow } from "pg";

/** Several times what a store has. What comes later is parsed each time: each name takes memory on each connection. */
const MOST_NAMES = 1_000;
/** PostgreSQL refuses a statement whose result has another form than when it was parsed: a migration has come between. */
const RESULT_CHANGED = "0A000";

/**
 * Statements under names: a connection parses each once, and PostgreSQL keeps its plan where it finds that as good as
 * a new one. Parsing and planning are most of what a point query costs. A pooler in between has to know names, as
 * PgBouncer does since 1.21.
 */
export function nameStatements(pool: Pool): PostgresPool {
  const names = new Map<string, string>();
  let given = 0;

  const nameOf = (text: string): string | undefined => {
    const known = names.get(text);
    if (known !== undefined || names.size >= MOST_NAMES) return known;
    given += 1;
    const name = `s${given}`;
    names.set(text, name);
    return name;
  };

  return {
    async connect() {
      const client = await pool.connect();
      const query = async (text: string, values: readonly unknown[]): Promise<unknown> => {
        // What takes no values may be several statements in one text.
        const name = values.length === 0 ? undefined : nameOf(text);
        if (name === undefined) return client.query(text, [...values]);
        try {
          return await client.query<QueryResultRow>({ name, text, values: [...values] });
        } catch (error) {
          // Under a new name it is parsed anew, on every connection.
          if ((error as { code?: unknown }).code === RESULT_CHANGED) names.delete(text);
          throw error;
        }
      };
      // The other form that the dialect knows takes cursors; it is given none.
      return { query: query as unknown as PostgresPoolClient["query"], release: () => client.release() };
    },
    end: () => pool.end(),
  };
}
