import { sql, type Kysely } from "kysely";
import type { RegionRange } from "../rules/regionRange";
import type { PatrolTarget } from "../types/PatrolTarget";

/** Reads which outlets are to be patrolled (N20-4). */
export function createPatrolStore(db: Kysely<unknown>) {
  return {
    /** Most involved cards and lines first; among equals the one that was not patrolled for longest. */
    async rankPatrols({ from, to }: RegionRange, limit: number): Promise<PatrolTarget[]> {
      const { rows } = await sql<PatrolTarget>`/* PatrolStore.rankPatrols */
        select outlet_code as "outletCode", involved, last_patrolled_on as "lastPatrolledOn",
          institution as "institutionCode"
        from police.patrol_target
        where region between ${from} and ${to}
        order by involved desc, last_patrolled_on nulls first, outlet_code
        limit ${limit}`.execute(db);
      return rows;
    },
  };
}
