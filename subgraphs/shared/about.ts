// By request: a context lives as long as its request, and so does what is noted of it.
const aboutByContext = new WeakMap<object, Set<string>>();

/**
 * Called where an answer says something of people without showing them: of the holders of two numbers, that they are
 * one person. `createSubgraphExecutor` names them to the gateway in `extensions.about`, for the record alone. What
 * is answered out of a cache names nobody, so this is for answers that are not reused. `context` is the resolver's.
 */
export function noteAbout(context: object, subjectIds: Iterable<string>): void {
  const about = aboutByContext.get(context) ?? new Set<string>();
  aboutByContext.set(context, about);
  for (const id of subjectIds) about.add(id);
}

/** Who has been noted for a request, each once. */
export function aboutWhom(context: object): readonly string[] {
  return [...(aboutByContext.get(context) ?? [])];
}
