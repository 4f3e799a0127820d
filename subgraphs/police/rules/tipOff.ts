// N16-9, N20, PT: tips go to the anti-fraud centre; one that solved a big case is rewarded.
import { TipStatus } from "../types/enums";
import type { Transitions } from "./requireTransition";

/** How a tip goes on. */
export const TIP_TRANSITIONS: Transitions<TipStatus> = {
  RECEIVED: [TipStatus.LINKED, TipStatus.UNFOUNDED],
  LINKED: [TipStatus.REWARDED],
  UNFOUNDED: [],
  REWARDED: [],
};
