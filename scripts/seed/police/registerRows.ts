import type { WorldChunk } from "../worldModel";
import type { RowsByTable } from "./rowsByTable";

/** Organs, institutions and outlets to be patrolled. */
export function registerRows({ authorities, institutions, patrols }: WorldChunk): RowsByTable {
  return {
    authority: authorities,
    institution: institutions.map(({ code, name, sector, region }) => ({ code, name, sector, region })),
    patrol_target: patrols.map(patrol => ({
      outlet_code: patrol.outletCode,
      institution: patrol.institution,
      region: patrol.region,
      involved: patrol.involved,
      last_patrolled_on: patrol.lastPatrolledOn,
    })),
  };
}
