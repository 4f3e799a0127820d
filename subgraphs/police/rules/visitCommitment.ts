// N20-4: in areas with many involved cards the holders are visited and sign: PLANNED → MET → SIGNED or REFUSED.
import { VisitStatus } from "../types/enums";
import type { Transitions } from "./requireTransition";

/** How a visit goes on. */
export const VISIT_TRANSITIONS: Transitions<VisitStatus> = {
  PLANNED: [VisitStatus.MET, VisitStatus.REFUSED],
  MET: [VisitStatus.SIGNED, VisitStatus.REFUSED],
  SIGNED: [],
  REFUSED: [],
};
