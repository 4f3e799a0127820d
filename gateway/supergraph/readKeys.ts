import {
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  valueFromASTUntyped,
  type ConstDirectiveNode,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
} from "graphql";
import type { Supergraph } from "./loadSupergraph";
import { readSubgraphNames } from "./readSubgraphNames";

/** The keys by which subgraphs know entities. */
export interface EntityKeys {
  /** Fields of a flat key that the subgraph itself can answer; none if there is no such key. */
  keyOf(subgraph: string, typeName: string): readonly string[];
  /** Whether every object of one type is one of the other. */
  isSameOrSubtype(typeName: string, of: string): boolean;
}

/** Reads entity keys off a supergraph: for each type and subgraph the first that needs no nested fields. */
export function readKeys({ document, schema }: Supergraph): EntityKeys {
  const names = readSubgraphNames(document);
  const keys = new Map<string, readonly string[]>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const joined of directives(type.astNode?.directives, "join__type")) {
      const graph = String(argument(joined, "graph"));
      const place = placeOf(names.get(graph) ?? graph, type.name);
      if (argument(joined, "resolvable") === false || keys.has(place)) continue;
      const key = flatKey(type, graph, argument(joined, "key"));
      if (key !== null) keys.set(place, key);
    }
  }
  return {
    keyOf: (subgraph, typeName) => keys.get(placeOf(subgraph, typeName)) ?? [],
    isSameOrSubtype(typeName, of) {
      const type = schema.getType(typeName);
      const wider = schema.getType(of);
      if (typeName === of) return true;
      return (
        isAbstractType(wider) &&
        (isObjectType(type) || isInterfaceType(type)) &&
        schema.isSubType(wider, type)
      );
    },
  };
}

function placeOf(subgraph: string, typeName: string): string {
  return `${subgraph}/${typeName}`;
}

function flatKey(
  type: GraphQLObjectType | GraphQLInterfaceType,
  graph: string,
  key: unknown,
): readonly string[] | null {
  if (typeof key !== "string") return null;
  const operation = parse(`{${key}}`).definitions[0];
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return null;
  const fields: string[] = [];
  for (const selection of operation.selectionSet.selections) {
    if (selection.kind !== Kind.FIELD || selection.selectionSet !== undefined) return null;
    const field = type.getFields()[selection.name.value];
    if (field === undefined || !isAnsweredBy(field, graph)) return null;
    fields.push(field.name);
  }
  return fields;
}

function isAnsweredBy(field: GraphQLField<unknown, unknown>, graph: string): boolean {
  const joined = directives(field.astNode?.directives, "join__field");
  if (joined.length === 0) return true;
  return joined.some(one => argument(one, "graph") === graph && argument(one, "external") !== true);
}

function directives(all: readonly ConstDirectiveNode[] | undefined, name: string): ConstDirectiveNode[] {
  return (all ?? []).filter(one => one.name.value === name);
}

function argument(directive: ConstDirectiveNode, name: string): unknown {
  const found = directive.arguments?.find(one => one.name.value === name);
  return found === undefined ? undefined : valueFromASTUntyped(found.value);
}
