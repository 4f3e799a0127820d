import {
  Kind,
  parse,
  type ConstDirectiveNode,
  type ConstValueNode,
  type ObjectTypeDefinitionNode,
} from "graphql";

/** What a caller must show for one type or field: alternatives of scopes, and of policies. */
export interface Requirement {
  readonly scopes: readonly (readonly string[])[];
  readonly policies: readonly (readonly string[])[];
}

/** Requirements by `Type` and `Type.field`; what is not in the map has none and is refused. */
export type Requirements = ReadonlyMap<string, Requirement>;

/** Reads the requirements back from the SDL that the decorators printed, so that there is one source of them. */
export function readRequirements(sdl: string): Requirements {
  const requirements = new Map<string, Requirement>();
  for (const definition of parse(sdl).definitions) {
    if (definition.kind === Kind.OBJECT_TYPE_DEFINITION) collectType(definition, requirements);
  }
  return requirements;
}

function collectType(type: ObjectTypeDefinitionNode, requirements: Map<string, Requirement>): void {
  collect(type.name.value, type.directives, requirements);
  for (const field of type.fields ?? []) {
    collect(`${type.name.value}.${field.name.value}`, field.directives, requirements);
  }
}

function collect(
  coordinate: string,
  directives: readonly ConstDirectiveNode[] | undefined,
  requirements: Map<string, Requirement>,
): void {
  const security = (directives ?? []).filter(directive => SECURITY_DIRECTIVES.has(directive.name.value));
  if (security.length === 0) return;
  requirements.set(coordinate, {
    scopes: readSets(security, "requiresScopes", "scopes"),
    policies: readSets(security, "policy", "policies"),
  });
}

const SECURITY_DIRECTIVES = new Set(["authenticated", "requiresScopes", "policy"]);

function readSets(directives: readonly ConstDirectiveNode[], name: string, argument: string): string[][] {
  const directive = directives.find(one => one.name.value === name);
  const value = directive?.arguments?.find(one => one.name.value === argument)?.value;
  return listOf(value).map(set => listOf(set).flatMap(one => (one.kind === Kind.STRING ? [one.value] : [])));
}

function listOf(value: ConstValueNode | undefined): readonly ConstValueNode[] {
  return value?.kind === Kind.LIST ? value.values : [];
}
