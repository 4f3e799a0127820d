import type { WorldOutlet } from "../../worldModel";
import type { Block } from "../block";

/** People open things near home. */
const NEAR_HOME_SHARE = 0.85;

/** An outlet of the institution, in the block's city more often than not. */
export function pickOutlet(block: Block, institution: string): WorldOutlet {
  const outlets = block.plan.outletsOf(institution);
  const nearby = outlets.filter(outlet => outlet.region.startsWith(block.division.city.slice(0, 4)));
  return block.random.pick(nearby.length > 0 && block.random.chance(NEAR_HOME_SHARE) ? nearby : outlets);
}
