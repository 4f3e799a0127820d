import {
  getNamedType,
  isNonNullType,
  isObjectType,
  Kind,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";
import { buildSchemaFromSupergraph } from "./buildSchemaFromSupergraph";
import { combine, impliesAny, minimal, type ScopeSets } from "./scopeSets";

type Requirements = ReadonlyMap<string, ScopeSets>;

/**
 * Proves two things about the supergraph, and names every field that breaks one:
 * each field or its type has a requirement; and a field that asks more than the road to it is nullable, since
 * a denied non-null field would take its siblings with it.
 */
export function checkRequirements(supergraphSdl: string): string[] {
  const schema = buildSchemaFromSupergraph(supergraphSdl);
  const requirements = readScopeRequirements(schema);
  const roads = scopesOnTheRoadTo(schema, requirements);
  return objectTypes(schema).flatMap(type =>
    Object.values(type.getFields()).flatMap(field => [
      ...checkMarked(type, field, requirements),
      ...checkNullable(type, field, requirements, roads),
    ]),
  );
}

function checkMarked(type: GraphQLObjectType, field: AnyField, requirements: Requirements): string[] {
  const coordinate = `${type.name}.${field.name}`;
  return requirements.has(coordinate) || requirements.has(type.name)
    ? []
    : [
        `${coordinate} has no requirement: mark it or its type with @authenticated, @requiresScopes or @policy.`,
      ];
}

function checkNullable(
  type: GraphQLObjectType,
  field: AnyField,
  requirements: Requirements,
  roads: ReadonlyMap<string, ScopeSets>,
): string[] {
  // A mutation with a denied root field is refused whole, so nothing beside it is lost.
  if (type.name === "Mutation" || !isNonNullType(field.type)) return [];
  // An unreached type has no road, and a root field nothing before it: there the field itself is the road.
  if (type.name === "Query" && !scopesAsked(type, field, requirements).some(set => set.length > 0)) return [];
  const road = type.name === "Query" ? [[]] : roads.get(type.name);
  const asked = scopesAsked(type, field, requirements);
  if (road === undefined || road.every(held => impliesAny(held, asked))) return [];
  return [
    `${type.name}.${field.name} asks ${describe(asked)}, the road to it only ${describe(road)}: make it nullable.`,
  ];
}

function scopesAsked(type: GraphQLObjectType, field: AnyField, requirements: Requirements): ScopeSets {
  const own = requirements.get(`${type.name}.${field.name}`) ?? [[]];
  return combine(own, requirements.get(getNamedType(field.type).name) ?? [[]]);
}

/** For each type the least a caller can hold who got there, over all roads from the roots: a fixed point. */
function scopesOnTheRoadTo(schema: GraphQLSchema, requirements: Requirements): Map<string, ScopeSets> {
  const roads = new Map<string, ScopeSets>();
  for (const root of [schema.getQueryType(), schema.getMutationType()]) if (root) roads.set(root.name, [[]]);
  for (let changed = true; changed;) {
    changed = false;
    for (const type of objectTypes(schema)) {
      const road = roads.get(type.name);
      if (road === undefined) continue;
      for (const field of Object.values(type.getFields())) {
        const target = getNamedType(field.type).name;
        const before = roads.get(target) ?? [];
        const after = minimal([...before, ...combine(road, scopesAsked(type, field, requirements))]);
        if (JSON.stringify(after) === JSON.stringify(before)) continue;
        roads.set(target, after);
        changed = true;
      }
    }
  }
  return roads;
}

type AnyField = GraphQLField<unknown, unknown>;

function objectTypes(schema: GraphQLSchema): GraphQLObjectType[] {
  return Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType =>
      isObjectType(type) && !type.name.startsWith("__") && !type.name.startsWith("join__"),
  );
}

function readScopeRequirements(schema: GraphQLSchema): Map<string, ScopeSets> {
  const requirements = new Map<string, ScopeSets>();
  for (const type of objectTypes(schema)) {
    addRequirement(requirements, type.name, type.astNode?.directives);
    for (const field of Object.values(type.getFields())) {
      addRequirement(requirements, `${type.name}.${field.name}`, field.astNode?.directives);
    }
  }
  return requirements;
}

type Directives = NonNullable<GraphQLObjectType["astNode"]>["directives"];
const SECURITY = new Set(["authenticated", "requiresScopes", "policy"]);

function addRequirement(
  requirements: Map<string, ScopeSets>,
  coordinate: string,
  directives: Directives,
): void {
  const security = directives?.filter(directive => SECURITY.has(directive.name.value)) ?? [];
  if (security.length === 0) return;
  const scopes = security.find(directive => directive.name.value === "requiresScopes")?.arguments?.[0]?.value;
  requirements.set(coordinate, scopes === undefined ? [[]] : readSets(scopes));
}

type ValueNode = NonNullable<NonNullable<Directives>[number]["arguments"]>[number]["value"];

function readSets(value: ValueNode): ScopeSets {
  if (value.kind !== Kind.LIST) return [[]];
  return value.values.map(set =>
    set.kind === Kind.LIST
      ? set.values.flatMap(one => (one.kind === Kind.STRING ? [one.value] : [])).sort()
      : [],
  );
}

function describe(sets: ScopeSets): string {
  return sets.map(set => (set.length === 0 ? "nothing" : set.join(" + "))).join(" or ") || "nothing";
}
