/** An empty choice is no choice: null, nothing and [] all leave everything in. */
export function choiceOf<T>(choices: readonly T[] | null | undefined): readonly T[] | null {
  return choices === null || choices === undefined || choices.length === 0 ? null : choices;
}
