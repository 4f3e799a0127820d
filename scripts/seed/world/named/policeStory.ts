import type { WorldCase, WorldSanction } from "../../worldModel";

/** What the police opened and imposed in a story told by hand. */
export interface PoliceStory {
  readonly case: WorldCase;
  readonly sanctions: readonly WorldSanction[];
}
