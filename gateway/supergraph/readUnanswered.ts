import {
  getNamedType,
  GraphQLObjectType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  valueFromASTUntyped,
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  type GraphQLOutputType,
} from "graphql";
import type { Supergraph } from "./loadSupergraph";
import { localDirectiveName, readLinks } from "./readLinks";
import { readSubgraphNames } from "./readSubgraphNames";

const DIRECTIVE = "unanswered";

/** What stands in a field's place when one of the subgraphs did not answer; by `Type.field`. */
export type UnansweredFields = ReadonlyMap<string, { value: unknown; subgraphs: ReadonlySet<string> }>;

/**
 * Reads `@unanswered(as: "…JSON…")` off the supergraph's fields. Throws if a default does not fit its field: in
 * the hour when a subgraph is down it is too late to find out.
 */
export function readUnanswered(supergraph: Supergraph): UnansweredFields {
  const names = new Set(readLinks(supergraph.document).map(link => localDirectiveName(link, DIRECTIVE)));
  const subgraphs = readSubgraphNames(supergraph.document);
  const found = new Map<string, { value: unknown; subgraphs: ReadonlySet<string> }>();
  for (const type of Object.values(supergraph.schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const directive = field.astNode?.directives?.find(one => names.has(one.name.value));
      if (directive === undefined || !field.astNode) continue;
      const coordinate = `${type.name}.${field.name}`;
      const value = parseDefault(directive, coordinate);
      requireFitting(value, field.type, coordinate);
      found.set(coordinate, {
        value,
        subgraphs: new Set(graphsOf(type, field.astNode).map(graph => subgraphs.get(graph) ?? graph)),
      });
    }
  }
  return found;
}

function parseDefault(directive: ConstDirectiveNode, coordinate: string): unknown {
  const json = argument(directive, "as");
  try {
    return JSON.parse(String(json)) as unknown;
  } catch {
    throw new Error(`@unanswered of ${coordinate} is not JSON`);
  }
}

/** The subgraphs that resolve a field: those named on it, or else all that have its type. */
function graphsOf(type: GraphQLObjectType, field: FieldDefinitionNode): string[] {
  const onField = (field.directives ?? []).filter(one => one.name.value === "join__field");
  const resolving = onField.filter(one => argument(one, "external") !== true);
  const onType = (type.astNode?.directives ?? []).filter(one => one.name.value === "join__type");
  return (onField.length === 0 ? onType : resolving).map(one => String(argument(one, "graph")));
}

function argument(directive: ConstDirectiveNode, name: string): unknown {
  const found = directive.arguments?.find(one => one.name.value === name);
  return found === undefined ? undefined : valueFromASTUntyped(found.value);
}

function requireFitting(value: unknown, type: GraphQLOutputType, where: string): void {
  if (isNonNullType(type)) {
    if (value === null || value === undefined) throw new Error(`@unanswered: ${where} must have a value`);
    requireFitting(value, type.ofType, where);
  } else if (value === null || value === undefined) return;
  else if (isListType(type)) {
    if (!Array.isArray(value)) throw new Error(`@unanswered: ${where} must be a list`);
    value.forEach((item, index) => requireFitting(item, type.ofType, `${where}[${index}]`));
  } else if (isObjectType(type)) requireObject(value, type, where);
  else if (isEnumType(type) && !type.getValues().some(({ name }) => name === value)) {
    throw new Error(`@unanswered: ${where} must be a value of ${type.name}`);
  } else if (typeof value === "object" && getNamedType(type).astNode?.kind !== Kind.SCALAR_TYPE_DEFINITION) {
    throw new Error(`@unanswered: ${where} must be a single value`);
  }
}

function requireObject(value: unknown, type: GraphQLObjectType, where: string): void {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new Error(`@unanswered: ${where} must be an object`);
  }
  const given = value as Record<string, unknown>;
  const fields = type.getFields();
  const isKnown = (name: string) => Object.hasOwn(fields, name) || isOwnName(name, given[name], type);
  const unknown = Object.keys(given).find(name => !isKnown(name));
  if (unknown !== undefined) throw new Error(`@unanswered: ${where}.${unknown} is no field of ${type.name}`);
  for (const field of Object.values(fields)) {
    requireFitting(
      Object.hasOwn(given, field.name) ? given[field.name] : undefined,
      field.type,
      `${where}.${field.name}`,
    );
  }
}

/** An object may say which type it is, as long as it says the truth. */
function isOwnName(name: string, value: unknown, type: GraphQLObjectType): boolean {
  return name === "__typename" && value === type.name;
}
