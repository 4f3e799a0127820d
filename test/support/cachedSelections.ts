import { readFileSync } from "node:fs";
import { Kind, parse, type ConstDirectiveNode, type ObjectTypeDefinitionNode, type TypeNode } from "graphql";

/** What of an entity may be kept: its type, and the selection of everything that `@cacheHint` says so of. */
export interface CachedSelection {
  readonly typeName: string;
  readonly selection: string;
}

/** Deeper than anything stands within anything: a hint that goes round in a circle would be a fault of its own. */
const MAX_DEPTH = 8;

/** Reads from a subgraph's schema what the gateway may keep of its answers, so that a new hint is tested at once. */
export function cachedSelections(subgraph: string): readonly CachedSelection[] {
  const document = parse(readFileSync(`schema/graphql/${subgraph}.graphql`, "utf8"));
  const types = new Map<string, ObjectTypeDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.OBJECT_TYPE_DEFINITION) types.set(definition.name.value, definition);

  /** What may stand in an answer about another entity, or as a part of the same one. */
  function within(type: ObjectTypeDefinitionNode, depth: number): string {
    if (depth > MAX_DEPTH) throw new Error(`${type.name.value} stands within itself`);
    const key = keyOf(type);
    if (key === null) return fieldsOf(type, () => true, depth);
    if (!isHinted(type.directives)) return key;
    return `${key} ${hintedFields(type, depth)}`;
  }

  function hintedFields(type: ObjectTypeDefinitionNode, depth: number): string {
    const isPlain = (result: TypeNode) => isHinted(type.directives) && !types.has(nameOf(result));
    return fieldsOf(type, (directives, result) => isHinted(directives) || isPlain(result), depth);
  }

  function fieldsOf(
    type: ObjectTypeDefinitionNode,
    isMeant: (directives: readonly ConstDirectiveNode[] | undefined, result: TypeNode) => boolean,
    depth: number,
  ): string {
    return (type.fields ?? [])
      .filter(field => isMeant(field.directives, field.type))
      .map(field => {
        const result = types.get(nameOf(field.type));
        return result === undefined
          ? field.name.value
          : `${field.name.value} { ${within(result, depth + 1)} }`;
      })
      .join(" ");
  }

  return [...types.values()].flatMap(type => {
    const selection = keyOf(type) === null ? "" : hintedFields(type, 0);
    return selection === "" ? [] : [{ typeName: type.name.value, selection }];
  });
}

function isHinted(directives: readonly ConstDirectiveNode[] | undefined): boolean {
  return directives?.some(({ name }) => name.value === "cacheHint") ?? false;
}

/** The first key, which is the one that the gateway knows an entity by. */
function keyOf({ directives }: ObjectTypeDefinitionNode): string | null {
  const fields = directives
    ?.find(({ name }) => name.value === "key")
    ?.arguments?.find(({ name }) => name.value === "fields")?.value;
  return fields?.kind === Kind.STRING ? fields.value : null;
}

function nameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);
}
