/** Alternatives of scopes: any one set is enough, and each set is needed whole. `[[]]` asks nothing. */
export type ScopeSets = readonly (readonly string[])[];

/** Both must hold: each alternative of the one with each of the other. */
export function combine(left: ScopeSets, right: ScopeSets): ScopeSets {
  return minimal(left.flatMap(a => right.map(b => [...new Set([...a, ...b])].sort())));
}

/** Drops what a smaller alternative covers, and puts the rest in a stable order. */
export function minimal(sets: ScopeSets): ScopeSets {
  const distinct = [...new Map(sets.map(set => [set.join(" "), set])).values()];
  return distinct
    .filter(set => !distinct.some(other => other !== set && isSubset(other, set)))
    .sort((a, b) => a.join(" ").localeCompare(b.join(" ")));
}

/** Whether a caller who holds these scopes meets one of the alternatives. */
export function impliesAny(held: readonly string[], asked: ScopeSets): boolean {
  return asked.some(set => isSubset(set, held));
}

function isSubset(part: readonly string[], whole: readonly string[]): boolean {
  return part.every(one => whole.includes(one));
}
