import {
  getNamedType,
  getNullableType,
  isObjectType,
  Kind,
  type FieldNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
} from "graphql";
import { isJsonObject, type JsonObject } from "../json";
import type { CacheRules, TokenInput } from "./cacheRules";
import { responseName } from "../../responseName";

/** A way by which a fetch reaches entities of one type, each known by its key before it is asked for. */
export interface Road {
  readonly typeName: string;
  readonly keyField: string;
  /** The response name of the root field. */
  readonly name: string;
  readonly isList: boolean;
  readonly field: FieldNode;
  readonly selections: readonly SelectionNode[];
  /** The keys of the entities that are asked for; null where one of them is not known by its key alone. */
  readIds(variables: Readonly<Record<string, unknown>>): readonly string[] | null;
}

interface RoadParts {
  readonly schema: GraphQLSchema;
  readonly rules: CacheRules;
  readonly subgraph: string;
  readonly tokenInput: TokenInput | null;
}

const ENTITIES = "_entities";
const REPRESENTATIONS = "representations";

/**
 * The road of a fetch; null where there is none. Entities are reached by representation, or by a root field that
 * names one of them: by an argument named like the key, or by one that carries the key as its token.
 */
export function findRoad(parts: RoadParts, operation: OperationDefinitionNode): Road | null {
  const [field, ...others] = operation.selectionSet.selections;
  if (field?.kind !== Kind.FIELD || others.length > 0 || (field.directives ?? []).length > 0) return null;
  return field.name.value === ENTITIES ? entitiesRoad(parts, field) : rootRoad(parts, field);
}

function entitiesRoad(parts: RoadParts, field: FieldNode): Road | null {
  const selections = field.selectionSet?.selections ?? [];
  const fragments = selections.filter(one => one.kind === Kind.INLINE_FRAGMENT);
  const [typeName, ...otherTypes] = new Set(fragments.map(one => one.typeCondition?.name.value));
  const hasConditions = fragments.some(one => (one.directives ?? []).length > 0);
  if (
    typeName === undefined ||
    otherTypes.length > 0 ||
    hasConditions ||
    fragments.length < selections.length
  )
    return null;
  const keyField = keyFieldOf(parts, typeName);
  if (keyField === null) return null;
  return {
    typeName,
    keyField,
    name: responseName(field),
    isList: true,
    field,
    selections: fragments.flatMap(one => one.selectionSet.selections),
    readIds(variables) {
      const representations = variables[REPRESENTATIONS];
      if (!Array.isArray(representations)) return null;
      const ids = representations.map(one => idOf(one, typeName, keyField));
      return ids.every(id => id !== null) ? ids : null;
    },
  };
}

/** Whatever a representation says beyond its key was required by a field, and is part of the question. */
function idOf(representation: unknown, typeName: string, keyField: string): string | null {
  if (!isJsonObject(representation) || Object.keys(representation).length !== 2) return null;
  const id = representation[keyField];
  return representation["__typename"] === typeName && isKey(id) ? String(id) : null;
}

function rootRoad(parts: RoadParts, field: FieldNode): Road | null {
  const { schema, rules, tokenInput } = parts;
  const query = schema.getQueryType();
  const definition = query?.getFields()[field.name.value];
  const [argument, ...otherArguments] = definition?.args ?? [];
  const [given] = field.arguments ?? [];
  if (!query || definition === undefined || argument === undefined || otherArguments.length > 0) return null;
  if (given?.value.kind !== Kind.VARIABLE) return null;
  const type = getNullableType(definition.type);
  if (!isObjectType(type) || rules.isDecidedByRow(query.name, field.name.value)) return null;
  const keyField = keyFieldOf(parts, type.name);
  if (keyField === null) return null;
  const isToken = getNamedType(argument.type).name === tokenInput?.inputType;
  if (!isToken && argument.name !== keyField) return null;
  const variable = given.value.name.value;
  return {
    typeName: type.name,
    keyField,
    name: responseName(field),
    isList: false,
    field,
    selections: field.selectionSet?.selections ?? [],
    readIds(variables) {
      const value = variables[variable];
      const id = isToken ? (value as JsonObject | null | undefined)?.[tokenInput.tokenField] : value;
      return isKey(id) ? [String(id)] : null;
    },
  };
}

/** Of keys with several fields a writer would have to name each in order; none has been needed yet. */
function keyFieldOf({ rules, subgraph }: RoadParts, typeName: string): string | null {
  const [keyField, ...others] = rules.keyOf(subgraph, typeName);
  return others.length > 0 ? null : (keyField ?? null);
}

function isKey(value: unknown): value is string | number {
  return (typeof value === "string" && value !== "") || typeof value === "number";
}
