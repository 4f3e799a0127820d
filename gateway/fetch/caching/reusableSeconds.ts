import { getNamedType, isLeafType, isObjectType, Kind, type FieldNode, type GraphQLSchema } from "graphql";
import type { CacheRules } from "./cacheRules";

/** Where a selection stands: in which subgraph's answer, and by which rules. */
export interface ReusePlace {
  readonly schema: GraphQLSchema;
  readonly rules: CacheRules;
  readonly subgraph: string;
}

/**
 * For how long the answer to a field of an entity may be reused as part of the answer about that entity, in
 * seconds; null: not at all. Everything in it must be allowed to stand in it.
 */
export function reusableSeconds(place: ReusePlace, typeName: string, field: FieldNode): number | null {
  if (place.rules.isDecidedByRow(typeName, field.name.value)) return null;
  const own = place.rules.maxAgeOf(typeName, field.name.value);
  return own === null ? null : withSelections(place, typeName, field, own);
}

function withSelections(
  place: ReusePlace,
  typeName: string,
  field: FieldNode,
  seconds: number,
): number | null {
  const parent = place.schema.getType(typeName);
  const type = isObjectType(parent) ? parent.getFields()[field.name.value]?.type : undefined;
  if (type === undefined) return null;
  const result = getNamedType(type);
  if (isLeafType(result)) return seconds;
  // What may stand behind an interface or a union is not known here.
  if (!isObjectType(result)) return null;
  return withinSelections(place, result.name, field, seconds);
}

function withinSelections(
  place: ReusePlace,
  typeName: string,
  { selectionSet }: Pick<FieldNode, "selectionSet">,
  seconds: number,
): number | null {
  let least = seconds;
  for (const selection of selectionSet?.selections ?? []) {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return null;
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const condition = selection.typeCondition?.name.value ?? typeName;
      const inside = condition === typeName ? withinSelections(place, typeName, selection, least) : null;
      if (inside === null) return null;
      least = inside;
      continue;
    }
    const inside = embeddedSeconds(place, typeName, selection, least);
    if (inside === null) return null;
    least = inside;
  }
  return least;
}

/** A field further in: of another entity, or of something that is part of the first one. */
function embeddedSeconds(
  place: ReusePlace,
  typeName: string,
  field: FieldNode,
  seconds: number,
): number | null {
  const { rules, subgraph } = place;
  const name = field.name.value;
  if (name === "__typename") return seconds;
  if (rules.isDecidedByRow(typeName, name)) return null;
  if (!rules.isEntity(typeName)) return withSelections(place, typeName, field, seconds);
  // A key never changes; it only says which entity stands there.
  if (rules.keyOf(subgraph, typeName).includes(name)) return seconds;
  const own = rules.mayStandWithin(typeName) ? rules.maxAgeOf(typeName, name) : null;
  return own === null ? null : withSelections(place, typeName, field, Math.min(own, seconds));
}
