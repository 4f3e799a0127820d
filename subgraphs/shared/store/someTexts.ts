import { sql, type RawBuilder } from "kysely";

/**
 * A few texts as an array, for `any(…)` and `unnest(…)` of what is looked up for every answer. It stands behind a
 * subquery, so that PostgreSQL plans for about ten whoever comes, and keeps the plan. Shown the array itself it sees
 * each time that for fewer it is cheaper, and plans anew, which takes longer than the look-up. Not for batches: they too
 * would be planned as ten (`nameStatements`).
 */
export function someTexts(texts: readonly string[]): RawBuilder<readonly string[]> {
  return sql`array(select unnest(${[...texts]}::text[]))`;
}
