import { sql, type Kysely } from "kysely";
import type { CarryingSubgraph } from "./measureStore";

/**
 * Notes, in the transaction of the change, that people hold something new or something else: whether a measure that
 * stands reaches it is looked at once the change is committed. Looked at within it, a measure that begins at the same
 * moment would see nothing of the change, nor the change of the measure.
 */
export async function addOrderReviews(
  tx: Kysely<unknown>,
  name: CarryingSubgraph,
  subjectIds: readonly string[],
): Promise<void> {
  if (subjectIds.length === 0) return;
  await sql`/* ReviewStore.addOrderReviews */
    insert into ${sql.id(name, "order_review")} (subject_id)
    select distinct unnest(${[...subjectIds]}::text[])`.execute(tx);
}
