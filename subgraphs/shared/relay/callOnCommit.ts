import type { Database } from "../../../schema/database/openDatabase";

/** The same store, which calls after each transaction that was committed. */
export function callOnCommit(database: Database, call: () => void): Database {
  return {
    ...database,
    async transaction(work) {
      const result = await database.transaction(work);
      call();
      return result;
    },
  };
}
