import type { PostgresPool, PostgresPoolClient } from "kysely";
import type { Pool, QueryResultRow } from "pg";

/** Several times what a store has. What comes later is parsed each time: each name takes memory on each connection. */
const MOST_NAMES = 1_000;
/** A plan that is kept is made for some ten values: with many more, a statement is planned for those it comes with. */
const MANY_VALUES = 100;
/** The same for a batch that travels as text: some hundred rows. */
const LONG_TEXT = 16_384;
/** What takes no values may be several statements in one text; what a store says is one, and begins with who says it. */
const OF_A_STORE = "/* ";
/**
 * How PostgreSQL refuses a statement that no longer fits what it was parsed for: a migration has changed a column's type
 * since, or somebody between has forgotten the name.
 */
const OUTDATED = /^(?:0A000|26000|42...)$/;

/**
 * Statements under names: a connection parses each once, and PostgreSQL may keep its plan from the sixth time on
 * (`plan_cache_mode`). Parsing and planning are most of what a point query costs. A pooler in between has to know
 * names, as PgBouncer does since 1.21.
 */
export function nameStatements(pool: Pool): PostgresPool {
  const names = new Map<string, string | null>();

  const nameOf = (text: string, values: readonly unknown[]): string | null => {
    if (values.length === 0 ? !text.startsWith(OF_A_STORE) : values.some(isBatch)) return null;
    const known = names.get(text);
    if (known !== undefined || names.size >= MOST_NAMES) return known ?? null;
    const name = `s${names.size + 1}`;
    names.set(text, name);
    return name;
  };

  return {
    async connect() {
      const client = await pool.connect();
      const query = async (text: string, values: readonly unknown[]): Promise<unknown> => {
        const name = nameOf(text, values);
        if (name === null) return client.query(text, [...values]);
        try {
          return await client.query<QueryResultRow>({ name, text, values: [...values] });
        } catch (error) {
          // From now on it goes without a name, as is always right.
          if (OUTDATED.test(String((error as { code?: unknown }).code))) names.set(text, null);
          throw error;
        }
      };
      // The other form that the dialect knows takes cursors; it is given none.
      return { query: query as unknown as PostgresPoolClient["query"], release: () => client.release() };
    },
    end: () => pool.end(),
  };
}

function isBatch(value: unknown): boolean {
  return typeof value === "string"
    ? value.length > LONG_TEXT
    : Array.isArray(value) && value.length > MANY_VALUES;
}
