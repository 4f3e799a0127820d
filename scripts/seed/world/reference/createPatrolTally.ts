import { addDays } from "../../../../schema/contract/calendar";
import type { WorldChunk, WorldPatrol } from "../../worldModel";
import type { WorldPlan } from "../worldPlan";

/** Counts where involved lines and accounts were opened: one number for each outlet, however many people. */
export interface PatrolTally {
  add(chunk: WorldChunk): void;
  /** The patrol register once everybody has been counted. */
  patrols(): WorldPatrol[];
}

const PATROLLED_SHARE = 0.6;
const PATROLLED_DAYS_AGO = [2, 120] as const;

/** Starts with every outlet at zero. */
export function createPatrolTally(plan: WorldPlan): PatrolTally {
  const involved = new Map<string, number>();
  const count = (outletCode: string | null): void => {
    if (outletCode !== null) involved.set(outletCode, (involved.get(outletCode) ?? 0) + 1);
  };
  return {
    add: chunk => {
      for (const line of chunk.lines) if (line.involvedOn !== null) count(line.outletCode);
      for (const account of chunk.accounts) if (account.involvedOn !== null) count(account.outletCode);
    },
    patrols: () => writeRegister(plan, involved),
  };
}

function writeRegister(plan: WorldPlan, involved: ReadonlyMap<string, number>): WorldPatrol[] {
  const random = plan.random.fork("patrols");
  return plan.institutions.flatMap(institution =>
    institution.outlets.map(outlet => ({
      outletCode: outlet.code,
      institution: institution.code,
      region: outlet.region,
      involved: involved.get(outlet.code) ?? 0,
      lastPatrolledOn: random.chance(PATROLLED_SHARE)
        ? addDays(plan.today, -random.integer(...PATROLLED_DAYS_AGO))
        : null,
    })),
  );
}
