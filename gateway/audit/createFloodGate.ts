import type { Clock } from "../../schema/contract/clock";

/** Keeps those who are nobody from filling the disk that all answers depend on. */
export interface FloodGate {
  /** How many have been turned away since the last one that passed; null: this one is turned away too. */
  pass(): { readonly unrecorded: number } | null;
}

/** A client whose token has just run out tries a few times; a thousand a second is an attack on the disk. */
const PASSES_PER_SECOND = 20;
const SECOND_MS = 1_000;

/** Lets so many a second through, and counts the others for the next one that passes. */
export function createFloodGate(clock: Clock): FloodGate {
  let second = 0;
  let passed = 0;
  let unrecorded = 0;
  return {
    pass() {
      const now = Math.floor(clock().getTime() / SECOND_MS);
      if (now !== second) [second, passed] = [now, 0];
      if (passed >= PASSES_PER_SECOND) {
        unrecorded += 1;
        return null;
      }
      passed += 1;
      const told = { unrecorded };
      unrecorded = 0;
      return told;
    },
  };
}
