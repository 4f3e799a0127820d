import { chinaDay } from "../../schema/contract/calendar";
import type { RequestClaims } from "../../schema/contract/claims";
import { cachedSelections } from "./cachedSelections";

/** A subgraph as it is asked by the gateway. */
export interface AskedHub {
  ask(
    claims: RequestClaims,
    query: string,
    variables?: Record<string, unknown>,
  ): Promise<{ readonly data: unknown; readonly extensions?: Readonly<Record<string, unknown>> }>;
}

/** What the gateway may have kept at one moment: answers by entity and view, and until when each holds. */
export interface CachedAnswers {
  readonly at: Date;
  readonly answers: ReadonlyMap<string, { readonly json: string; readonly holdsUntil: Date | null }>;
}

/** The entities by type and key, and who asks about them. */
export interface CachedWorld {
  readonly subgraph: string;
  readonly ids: Readonly<Record<string, readonly string[]>>;
  readonly keyFields: Readonly<Record<string, string>>;
  readonly views: readonly RequestClaims[];
}

/** Asks for everything of these entities that may be kept, as each view sees it. */
export async function readCachedAnswers(hub: AskedHub, world: CachedWorld, at: Date): Promise<CachedAnswers> {
  const answers = new Map<string, { json: string; holdsUntil: Date | null }>();
  for (const { typeName, selection } of cachedSelections(world.subgraph)) {
    const ids = world.ids[typeName] ?? [];
    const keyField = world.keyFields[typeName] ?? "id";
    const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on ${typeName} { ${selection} } } }`;
    const representations = ids.map(id => ({ __typename: typeName, [keyField]: id }));
    for (const claims of world.views) {
      const { data, extensions } = await hub.ask(claims, query, { r: representations });
      const entities = (data as { _entities: unknown[] } | null)?._entities;
      if (entities === undefined) throw new Error(`${claims.view} is refused: ${query}`);
      const told = extensions?.["holdsUntil"];
      const holdsUntil = typeof told === "string" ? new Date(told) : null;
      ids.forEach((id, index) =>
        answers.set(`${typeName}:${id} ${claims.view}`, {
          json: JSON.stringify(entities[index]),
          holdsUntil,
        }),
      );
    }
  }
  return { at, answers };
}

/** An entity that is not there, or not for this view: nothing of it is kept. */
const ABSENT = "null";

/** The entities of which something was kept that is no longer the answer, as `Type:id`. */
export function changedEntities(before: CachedAnswers, after: CachedAnswers): string[] {
  const changed = [...before.answers].filter(
    ([place, { json }]) => json !== ABSENT && after.answers.get(place)?.json !== json,
  );
  return [...new Set(changed.map(([place]) => place.split(" ")[0]!))];
}

/** Answers that changed while nobody wrote anything, although they might still have been served. */
export function brokenPromises(before: CachedAnswers, after: CachedAnswers): string[] {
  if (chinaDay(before.at) !== chinaDay(after.at)) return [];
  return [...after.answers].flatMap(([place, { json }]) => {
    const kept = before.answers.get(place);
    if (kept === undefined || kept.json === json) return [];
    return kept.holdsUntil === null || kept.holdsUntil > after.at ? [place] : [];
  });
}
