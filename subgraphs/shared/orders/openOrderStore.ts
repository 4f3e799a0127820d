import { sql, type RawBuilder } from "kysely";

/**
 * Orders that wait for their institution. To undo is owed to a person: it waits until it is done, whatever the
 * institution says of it, and so a refused restoration is one that waits.
 */
export function isOpenOrder(alias: string): RawBuilder<boolean> {
  const order = sql.raw(alias);
  return sql<boolean>`(${order}.status in ('ISSUED', 'DELIVERED')
    or (${order}.kind = 'RESTORE' and ${order}.status = 'REFUSED'))`;
}
