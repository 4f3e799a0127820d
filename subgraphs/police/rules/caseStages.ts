// N16-2, N20-2: cases are investigated, prosecuted, tried and judged fast: stages only go forward, ages are shown.
import { daysBetween } from "../../../schema/contract/calendar";
import { HubError } from "../../../schema/contract/errors";
import { CaseStageName } from "../types/enums";
import type { CaseStage } from "../types/CaseStage";

/** A stage and the day it was entered on. */
export interface StageEntry {
  readonly name: string;
  readonly enteredOn: string;
}

const ORDER: readonly string[] = Object.values(CaseStageName);

/** The stages in the order of proceedings, each with the days spent there, until today or the case's last day. */
export function agedStages(entries: readonly StageEntry[], lastDay: string): CaseStage[] {
  const ordered = [...entries].sort((a, b) => ORDER.indexOf(a.name) - ORDER.indexOf(b.name));
  return ordered.map(({ name, enteredOn }, index) => ({
    name,
    enteredOn,
    ageDays: Math.max(0, daysBetween(enteredOn, ordered[index + 1]?.enteredOn ?? lastDay)),
  }));
}

/**
 * Throws INVALID_TRANSITION unless the stage comes after the one the case is in, and BAD_INPUT unless its day
 * does. A stage may be left out: not every case has an arrest.
 */
export function requireForwardStage(entries: readonly StageEntry[], next: StageEntry, today: string): void {
  const current = agedStages(entries, today).at(-1);
  if (current !== undefined && ORDER.indexOf(next.name) <= ORDER.indexOf(current.name)) {
    throw new HubError(
      "INVALID_TRANSITION",
      `The case is in the stage ${current.name}; stages only go forward.`,
    );
  }
  if (next.enteredOn > today) throw new HubError("BAD_INPUT", "A stage cannot be entered on a day to come.");
  if (current !== undefined && next.enteredOn < current.enteredOn) {
    throw new HubError(
      "BAD_INPUT",
      `The case entered ${current.name} on ${current.enteredOn}: the next stage cannot be earlier.`,
    );
  }
}
