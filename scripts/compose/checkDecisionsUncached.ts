import {
  getNamedType,
  isLeafType,
  isObjectType,
  Kind,
  parse,
  type ConstDirectiveNode,
  type GraphQLObjectType,
  type SelectionSetNode,
} from "graphql";
import { buildSchemaFromSupergraph } from "./buildSchemaFromSupergraph";

type Directives = readonly ConstDirectiveNode[];

/**
 * Proves that no decision stands on what was cached, and names every field that breaks it: no type of a decision or
 * of its grounds is kept, neither by itself nor as a part of something that is; nor is a field that another one
 * requires. A type that is named and not there is a fault too: else its new name would go unchecked.
 */
export function checkDecisionsUncached(supergraphSdl: string, decisionTypes: readonly string[]): string[] {
  const { isKept, isEntity, objectTypes } = readKept(supergraphSdl);
  const decisive = new Set(decisionTypes);
  const required = requiredFields(objectTypes);
  const names = new Set(objectTypes.map(({ name }) => name));

  function leadsToDecision(type: GraphQLObjectType, seen: ReadonlySet<string> = new Set()): boolean {
    if (decisive.has(type.name)) return true;
    // Entities are kept by their own fields, which are looked at by themselves.
    if (isEntity(type) || seen.has(type.name)) return false;
    return Object.values(type.getFields()).some(field => {
      const result = getNamedType(field.type);
      return isObjectType(result) && leadsToDecision(result, new Set([...seen, type.name]));
    });
  }

  const unknown = decisionTypes.filter(name => !names.has(name));
  const kept = objectTypes.flatMap(type =>
    Object.values(type.getFields())
      .filter(field => isKept(type, field.name))
      .filter(field => {
        const result = getNamedType(field.type);
        const isDecisive = decisive.has(type.name) || (isObjectType(result) && leadsToDecision(result));
        return isDecisive || required.has(`${type.name}.${field.name}`);
      })
      .map(field => `${type.name}.${field.name}`),
  );
  return [
    ...unknown.map(name => `${name} is named as a decision, and there is no such type.`),
    ...kept.map(name => `${name} has a @cacheHint, but decisions stand on it: take the hint away.`),
  ];
}

/** What of the supergraph may be kept: fields with a hint, and the plain fields of types with one. */
function readKept(supergraphSdl: string) {
  const schema = buildSchemaFromSupergraph(supergraphSdl);
  const objectTypes = Object.values(schema.getTypeMap()).filter(isObjectType);
  const has = (directives: Directives | undefined, name: string) =>
    directives?.some(directive => directive.name.value === name) ?? false;
  return {
    objectTypes,
    isKept(type: GraphQLObjectType, name: string): boolean {
      const field = type.getFields()[name];
      if (field === undefined) return false;
      const isPlain = isLeafType(getNamedType(field.type));
      return (
        has(field.astNode?.directives, "cacheHint") || (isPlain && has(type.astNode?.directives, "cacheHint"))
      );
    },
    isEntity: (type: GraphQLObjectType) =>
      (type.astNode?.directives ?? []).some(
        ({ name, arguments: given }) =>
          name.value === "join__type" && given?.some(argument => argument.name.value === "key"),
      ),
  };
}

/** Fields that are asked for so that another one can be answered, as `Type.field`. */
function requiredFields(types: readonly GraphQLObjectType[]): ReadonlySet<string> {
  const required = new Set<string>();
  function add(type: GraphQLObjectType, { selections }: SelectionSetNode): void {
    for (const selection of selections) {
      if (selection.kind !== Kind.FIELD) continue;
      const name = selection.name.value;
      required.add(`${type.name}.${name}`);
      const field = type.getFields()[name];
      const result = field === undefined ? undefined : getNamedType(field.type);
      if (selection.selectionSet && isObjectType(result)) add(result, selection.selectionSet);
    }
  }
  for (const type of types)
    for (const field of Object.values(type.getFields()))
      for (const { arguments: given } of field.astNode?.directives ?? [])
        for (const { name, value } of given ?? [])
          if (name.value === "requires" && value.kind === Kind.STRING) add(type, selectionOf(value.value));
  return required;
}

function selectionOf(fields: string): SelectionSetNode {
  const [definition] = parse(`{ ${fields} }`).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`no selection of fields: ${fields}`);
  return definition.selectionSet;
}
