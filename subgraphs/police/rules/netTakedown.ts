// N16-6: false information, software and trojans are blocked and deleted, sites and network accounts shut.
import { IndicatorStatus } from "../types/enums";
import type { Transitions } from "./requireTransition";

/** How an indicator goes on. */
export const INDICATOR_TRANSITIONS: Transitions<IndicatorStatus> = {
  REPORTED: [
    IndicatorStatus.BLOCKED,
    IndicatorStatus.DELETED,
    IndicatorStatus.SHUT,
    IndicatorStatus.DISMISSED,
  ],
  BLOCKED: [],
  DELETED: [],
  SHUT: [],
  DISMISSED: [],
};
