/** `Type:id`, as a mutation and the outbox name an entity. */
export interface TouchedEntity {
  readonly type: string;
  readonly id: string;
}

/** Reads `Type:id`; an id may hold colons, a type cannot. Throws for anything else. */
export function parseTouched(text: string): TouchedEntity {
  const colon = text.indexOf(":");
  if (colon < 1 || colon === text.length - 1) throw new Error("a touched entity is named Type:id");
  return { type: text.slice(0, colon), id: text.slice(colon + 1) };
}
