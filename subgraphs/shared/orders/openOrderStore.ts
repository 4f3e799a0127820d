import { sql, type RawBuilder } from "kysely";
import { WRONG_RECORD } from "../objections/wrongRecord";

/**
 * Orders that wait for their institution. To undo is owed to a person, and so is to correct a record that an
 * organ has found wrong: it waits until it is done, whatever the institution says of it, though it refused.
 */
export function isOpenOrder(alias: string): RawBuilder<boolean> {
  const order = sql.raw(alias);
  return sql<boolean>`(${order}.status in ('ISSUED', 'DELIVERED')
    or (${order}.status = 'REFUSED'
      and (${order}.kind = 'RESTORE' or ${order}.reason ->> 'ruleId' = ${sql.lit(WRONG_RECORD)})))`;
}
