import type { WorldChunk } from "../../worldModel";
import { createChunk } from "../createChunk";
import { NAMED_BLOCK, openBlock } from "../openBlock";
import type { WorldPlan } from "../worldPlan";
import { createCast } from "./createCast";
import { tellClean, tellFiveCards } from "./tellBlameless";
import { tellLifted } from "./tellLifted";
import { tellRing } from "./tellRing";
import { tellRingCase } from "./tellRingCase";
import { tellSanctioned } from "./tellSanctioned";
import { tellUnit } from "./tellUnit";

/** The stories told by hand, as one neighbourhood of their own. */
export function createNamedBlock(plan: WorldPlan): WorldChunk {
  const block = openBlock(plan, NAMED_BLOCK);
  const cast = createCast(block);
  tellClean(block, cast);
  tellFiveCards(block, cast);
  const ring = tellRing(block, cast);
  const stories = [
    tellRingCase(block, cast, ring),
    tellSanctioned(block, cast),
    tellLifted(block, cast),
    tellUnit(block, cast),
  ];
  return {
    ...createChunk({
      holders: Object.values(cast) as (typeof cast)[keyof typeof cast][],
      unregisteredLines: [],
      sanctions: stories.flatMap(story => story.sanctions),
      stories: [],
    }),
    cases: stories.map(story => story.case),
    transfers: ring.transfers,
  };
}
