import { sql, type Kysely } from "kysely";
import type { StoreName } from "../../../schema/database/migrate";
import { REMEMBER_MS, type NonceMemory } from "../nonceMemory";

/** Remembers signed requests in a subgraph's own database, which all its replicas share. */
export function createNonceStore(name: StoreName, db: Kysely<unknown>): NonceMemory {
  const table = sql.id(name, "nonce");
  return {
    async claim(nonce) {
      const { rows } = await sql`/* NonceStore.claim */
        with past as (delete from ${table} where claimed_at < now() - ${REMEMBER_MS} * interval '1 millisecond')
        insert into ${table} (nonce, claimed_at) values (${nonce}, now())
        on conflict (nonce) do nothing
        returning nonce`.execute(db);
      return rows.length > 0;
    },
  };
}
