/** A state with the ones before it and the ones that were taken back. */
export interface History<State> {
  readonly past: readonly State[];
  readonly present: State;
  readonly future: readonly State[];
}

/** Makes a change, undoes the last one, or does it again. */
export type HistoryStep<State> =
  { readonly do: (present: State) => State } | { readonly undo: true } | { readonly redo: true };

/** So many steps can be taken back: more than anybody remembers. */
const KEPT = 50;

/** One step of a history. */
export function takeStep<State>(history: History<State>, step: HistoryStep<State>): History<State> {
  const { past, present, future } = history;
  if ("do" in step) {
    return { past: [...past, present].slice(-KEPT), present: step.do(present), future: [] };
  }
  if ("undo" in step) {
    const before = past.at(-1);
    if (before === undefined) return history;
    return { past: past.slice(0, -1), present: before, future: [present, ...future] };
  }
  const [next, ...later] = future;
  if (next === undefined) return history;
  return { past: [...past, present], present: next, future: later };
}
