import {
  Kind,
  parse,
  type ConstDirectiveNode,
  type ConstValueNode,
  type DefinitionNode,
  type InterfaceTypeDefinitionNode,
  type ObjectTypeDefinitionNode,
} from "graphql";
import { readSecurityDirectives, type SecurityDirectives } from "./securityDirectives";

/** One set is enough, and each set is needed whole. */
export type Alternatives = readonly (readonly string[])[];

/** What a caller must show for one type or field. Whatever it asks, it asks for a known caller. */
export interface Requirement {
  /** Null: no scope is asked. An empty list can never be met. */
  readonly scopes: Alternatives | null;
  readonly policies: Alternatives | null;
}

/** Everything the supergraph says about who may see what. */
export interface Requirements {
  /** By `Type` and by `Type.field`. */
  readonly byCoordinate: ReadonlyMap<string, Requirement>;
  /** Types tagged `person`: going from one of them to another is a step. */
  readonly personTypes: ReadonlySet<string>;
  /** By type of people, the one field of their key. */
  readonly personKeys: ReadonlyMap<string, string>;
  /** Types with a key of their own. */
  readonly entityTypes: ReadonlySet<string>;
}

const PERSON_TAG = "person";

/**
 * Reads the requirements from the full composed supergraph, before its security directives are stripped.
 * Composition copies the requirements of all implementing types onto their interface; those copies are dropped
 * again, since each object answers for its own type. What stands on an interface and on none of its types was
 * written there by hand, and stays.
 */
export function readRequirements(supergraphSdl: string): Requirements {
  const supergraph = parse(supergraphSdl);
  const names = readSecurityDirectives(supergraph);
  const byCoordinate = new Map<string, Requirement>();
  for (const definition of supergraph.definitions) collectType(definition, names, byCoordinate);
  const interfaces = supergraph.definitions.filter(isInterface);
  const objects = supergraph.definitions.filter(isObject);
  for (const one of interfaces) dropCopies(one, objects, byCoordinate);
  const personTypes = namesWhere(supergraph.definitions, directive => isPersonTag(directive, names.tag));
  const people = [...objects, ...interfaces].filter(one => personTypes.has(one.name.value));
  return {
    byCoordinate,
    personTypes,
    personKeys: new Map(people.map(one => [one.name.value, requireKey(one)])),
    entityTypes: namesWhere(supergraph.definitions, isJoinKey),
  };
}

function collectType(
  definition: DefinitionNode,
  names: SecurityDirectives,
  into: Map<string, Requirement>,
): void {
  if (!("name" in definition) || !definition.name || definition.kind === Kind.DIRECTIVE_DEFINITION) return;
  const type = definition.name.value;
  collect(type, directivesOf(definition), names, into);
  if (!isInterface(definition) && !isObject(definition)) return;
  for (const field of definition.fields ?? [])
    collect(`${type}.${field.name.value}`, field.directives ?? [], names, into);
}

function collect(
  coordinate: string,
  directives: readonly ConstDirectiveNode[],
  names: SecurityDirectives,
  into: Map<string, Requirement>,
): void {
  const find = (name: string | null) => directives.find(one => name !== null && one.name.value === name);
  const scopes = find(names.requiresScopes);
  const policy = find(names.policy);
  if (scopes === undefined && policy === undefined && find(names.authenticated) === undefined) return;
  into.set(coordinate, {
    scopes: readAlternatives(scopes, "scopes"),
    policies: readAlternatives(policy, "policies"),
  });
}

function readAlternatives(directive: ConstDirectiveNode | undefined, argument: string): Alternatives | null {
  if (directive === undefined) return null;
  const value = directive.arguments?.find(one => one.name.value === argument)?.value;
  return listOf(value).map(set => listOf(set).flatMap(one => (one.kind === Kind.STRING ? [one.value] : [])));
}

/** GraphQL reads a lone value as a list of one. */
function listOf(value: ConstValueNode | undefined): readonly ConstValueNode[] {
  if (value === undefined) return [];
  return value.kind === Kind.LIST ? value.values : [value];
}

function dropCopies(
  definition: InterfaceTypeDefinitionNode,
  objects: readonly ObjectTypeDefinitionNode[],
  requirements: Map<string, Requirement>,
): void {
  const name = definition.name.value;
  const implementers = objects.filter(one => one.interfaces?.some(other => other.name.value === name));
  const suffixes = ["", ...(definition.fields ?? []).map(field => `.${field.name.value}`)];
  for (const suffix of suffixes) {
    const own = requirements.get(name + suffix);
    const theirs = implementers.map(one => requirements.get(one.name.value + suffix));
    if (own !== undefined && isCopied(own, theirs)) requirements.delete(name + suffix);
  }
}

function isCopied(own: Requirement, theirs: readonly (Requirement | undefined)[]): boolean {
  const copied = new Set(theirs.flatMap(one => (one === undefined ? [] : ["known caller", ...namesIn(one)])));
  return ["known caller", ...namesIn(own)].every(name => copied.has(name));
}

function namesIn(requirement: Requirement): string[] {
  const scopes = (requirement.scopes ?? []).flat().map(name => `scope ${name}`);
  return [...scopes, ...(requirement.policies ?? []).flat().map(name => `policy ${name}`)];
}

function namesWhere(
  definitions: readonly DefinitionNode[],
  holds: (directive: ConstDirectiveNode) => boolean,
): ReadonlySet<string> {
  const named = definitions.filter(one => isObject(one) || isInterface(one));
  return new Set(named.filter(one => one.directives?.some(holds)).map(one => one.name.value));
}

function isPersonTag(directive: ConstDirectiveNode, tag: string | null): boolean {
  if (tag === null || directive.name.value !== tag) return false;
  return (
    directive.arguments?.some(one => one.value.kind === Kind.STRING && one.value.value === PERSON_TAG) ??
    false
  );
}

/** A person whom no record could name must not be shown, so such a supergraph is not served. */
function requireKey({
  name,
  directives = [],
}: ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode): string {
  const keys = directives
    .filter(isJoinKey)
    .flatMap(one => one.arguments ?? [])
    .flatMap(one =>
      one.name.value === "key" && one.value.kind === Kind.STRING ? [one.value.value.trim()] : [],
    );
  const key = keys.find(one => /^\w+$/.test(one));
  if (key === undefined)
    throw new Error(`Records name people by their key: give ${name.value} a @key of a single field.`);
  return key;
}

function isJoinKey(directive: ConstDirectiveNode): boolean {
  const given = directive.arguments?.some(one => one.name.value === "key") ?? false;
  return given && directive.name.value === "join__type";
}

function directivesOf(definition: DefinitionNode): readonly ConstDirectiveNode[] {
  const isType = definition.kind.endsWith("TypeDefinition") && "directives" in definition;
  return isType ? ((definition.directives ?? []) as readonly ConstDirectiveNode[]) : [];
}

function isInterface(definition: DefinitionNode): definition is InterfaceTypeDefinitionNode {
  return definition.kind === Kind.INTERFACE_TYPE_DEFINITION;
}

function isObject(definition: DefinitionNode): definition is ObjectTypeDefinitionNode {
  return definition.kind === Kind.OBJECT_TYPE_DEFINITION;
}
