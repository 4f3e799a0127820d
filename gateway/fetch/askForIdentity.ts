import {
  Kind,
  print,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type InlineFragmentNode,
  type OperationDefinitionNode,
  type SelectionNode,
} from "graphql";

/** By subgraph, the fields that make the key of each entity type there; and which types stand for which. */
export interface SubgraphKeys {
  keyOf(subgraph: string, typeName: string): readonly string[];
  isSameOrSubtype(typeName: string, of: string): boolean;
}

/** A fetch that also asks who it is that the answer is about. */
export interface IdentityCheck {
  readonly document: DocumentNode;
  readonly source: string;
  /** What of an entity is not as asked for; null if all is. */
  findMismatch(representation: Record<string, unknown>, entity: Record<string, unknown>): string | null;
}

/** Response names that no client can use: theirs may not begin with two underscores. */
const TYPE_ALIAS = "__askedType";
const KEY_ALIAS = "__askedKey_";

/**
 * Adds to a fetch of entities their type and key, so that an answer about another entity shows. A fetch of root
 * fields stays as it is.
 */
export function askForIdentity(
  subgraph: string,
  document: DocumentNode,
  source: string,
  keys: SubgraphKeys,
): IdentityCheck {
  const operation = document.definitions.find(one => one.kind === Kind.OPERATION_DEFINITION);
  const [entities] = operation?.selectionSet.selections ?? [];
  if (operation === undefined || entities?.kind !== Kind.FIELD || entities.name.value !== "_entities") {
    return { document, source, findMismatch: () => null };
  }
  const types = typeConditions(entities, document);
  const keyNodes = [...types].flatMap(type => keySelection(type, keys.keyOf(subgraph, type)));
  const asked = withSelections(document, operation, entities, [
    fieldNode("__typename", TYPE_ALIAS),
    ...keyNodes,
  ]);
  return {
    document: asked,
    source: print(asked),
    findMismatch(representation, entity) {
      const [wanted, got] = [String(representation["__typename"]), entity[TYPE_ALIAS]];
      if (typeof got !== "string" || !keys.isSameOrSubtype(got, wanted)) return "type";
      const isOther = keys
        .keyOf(subgraph, wanted)
        .some(field => !isSame(representation[field], entity[KEY_ALIAS + field]));
      return isOther ? "key" : null;
    },
  };
}

/** A subgraph may write an ID as a number; a key that was not told is not compared. */
function isSame(told: unknown, got: unknown): boolean {
  return told === undefined || keyText(told) === keyText(got);
}

function keyText(value: unknown): string | undefined {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function typeConditions(entities: FieldNode, document: DocumentNode): Set<string> {
  const fragments = document.definitions.filter(one => one.kind === Kind.FRAGMENT_DEFINITION);
  const types = new Set<string>();
  for (const selection of entities.selectionSet?.selections ?? []) {
    if (selection.kind === Kind.FIELD) continue;
    const fragment: InlineFragmentNode | FragmentDefinitionNode | undefined =
      selection.kind === Kind.INLINE_FRAGMENT
        ? selection
        : fragments.find(one => one.name.value === selection.name.value);
    if (fragment?.typeCondition !== undefined) types.add(fragment.typeCondition.name.value);
  }
  return types;
}

function keySelection(type: string, fields: readonly string[]): InlineFragmentNode[] {
  if (fields.length === 0) return [];
  return [
    {
      kind: Kind.INLINE_FRAGMENT,
      typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type } },
      selectionSet: {
        kind: Kind.SELECTION_SET,
        selections: fields.map(field => fieldNode(field, KEY_ALIAS + field)),
      },
    },
  ];
}

function fieldNode(name: string, alias: string): FieldNode {
  const named = (value: string) => ({ kind: Kind.NAME, value }) as const;
  return { kind: Kind.FIELD, name: named(name), alias: named(alias) };
}

function withSelections(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  entities: FieldNode,
  added: readonly SelectionNode[],
): DocumentNode {
  const selections = [...(entities.selectionSet?.selections ?? []), ...added];
  const asked: FieldNode = { ...entities, selectionSet: { kind: Kind.SELECTION_SET, selections } };
  const rewritten: OperationDefinitionNode = {
    ...operation,
    selectionSet: { kind: Kind.SELECTION_SET, selections: [asked] },
  };
  return { ...document, definitions: document.definitions.map(one => (one === operation ? rewritten : one)) };
}
