import {
  getNamedType,
  isLeafType,
  isObjectType,
  Kind,
  valueFromASTUntyped,
  type ConstDirectiveNode,
  type GraphQLObjectType,
} from "graphql";
import type { Supergraph } from "./loadSupergraph";
import { localDirectiveName, readLinks, type SchemaLink } from "./readLinks";

/** What the supergraph says about reusing answers. */
export interface CacheHints {
  /** False where nothing may be reused: then there is nothing to look for. */
  readonly hasAny: boolean;
  isEntity(typeName: string): boolean;
  /** Seconds for which a field of an entity may be reused; null: not at all. */
  maxAgeOf(typeName: string, fieldName: string): number | null;
  /** Whether an entity may stand within the answer about another one. */
  mayStandWithin(typeName: string): boolean;
  /** Whether who may see it is decided by person or case, row by row: the view does not tell then. */
  isDecidedByRow(typeName: string, fieldName: string): boolean;
}

const HINT = "cacheHint";
const HINT_ARGUMENT = "maxAge";
const POLICY = "policy";
const KEY_DIRECTIVE = "join__type";

/**
 * Reads `@cacheHint`. On a field it says that the field may be reused as part of the answer about the entity that
 * it hangs on. On an entity type it says so of its plain fields, and that the entity may stand within another
 * one's answer: whoever writes that says that the entity's writer knows what it stands in. Fields of types that
 * are no entities are part of what they hang on. `decidedBefore` names the policies that are decided before
 * anything is planned, and so cannot differ between two rows.
 */
export function readCacheHints(supergraph: Supergraph, decidedBefore: readonly string[]): CacheHints {
  const links = readLinks(supergraph.document);
  const hints = directiveNames(links, HINT);
  const policies = directiveNames(links, POLICY);
  const typeOf = (name: string): GraphQLObjectType | undefined => {
    const type = supergraph.schema.getType(name);
    return isObjectType(type) ? type : undefined;
  };
  const maxAgeIn = (all: readonly ConstDirectiveNode[] | undefined) => readMaxAge(find(all, hints));
  const isByRow = (all: readonly ConstDirectiveNode[] | undefined) => {
    const written = argument(find(all, policies), "policies");
    const names = Array.isArray(written) ? (written as unknown[]).flat() : [];
    return names.some(name => !decidedBefore.includes(String(name)));
  };
  const types = Object.values(supergraph.schema.getTypeMap()).filter(isObjectType);
  const hasHint = (type: GraphQLObjectType) =>
    maxAgeIn(type.astNode?.directives) !== null ||
    Object.values(type.getFields()).some(field => maxAgeIn(field.astNode?.directives) !== null);

  return {
    hasAny: types.some(hasHint),
    isEntity: typeName =>
      (typeOf(typeName)?.astNode?.directives ?? []).some(
        one => one.name.value === KEY_DIRECTIVE && argument(one, "key") !== undefined,
      ),
    maxAgeOf(typeName, fieldName) {
      const type = typeOf(typeName);
      const field = type?.getFields()[fieldName];
      if (type === undefined || field === undefined) return null;
      const own = maxAgeIn(field.astNode?.directives);
      if (own !== null) return own;
      return isLeafType(getNamedType(field.type)) ? maxAgeIn(type.astNode?.directives) : null;
    },
    mayStandWithin: typeName => maxAgeIn(typeOf(typeName)?.astNode?.directives) !== null,
    isDecidedByRow(typeName, fieldName) {
      const field = typeOf(typeName)?.getFields()[fieldName];
      if (field === undefined) return true;
      const result = typeOf(getNamedType(field.type).name);
      return [field, typeOf(typeName), result].some(one => isByRow(one?.astNode?.directives));
    },
  };
}

function directiveNames(links: readonly SchemaLink[], directive: string): ReadonlySet<string> {
  return new Set(links.map(link => localDirectiveName(link, directive)));
}

function find(
  all: readonly ConstDirectiveNode[] | undefined,
  names: ReadonlySet<string>,
): ConstDirectiveNode | undefined {
  return all?.find(one => names.has(one.name.value));
}

function readMaxAge(directive: ConstDirectiveNode | undefined): number | null {
  const given = argument(directive, HINT_ARGUMENT);
  return typeof given === "number" && given > 0 ? given : null;
}

function argument(directive: ConstDirectiveNode | undefined, name: string): unknown {
  const found = directive?.arguments?.find(one => one.name.value === name);
  return found === undefined || found.value.kind === Kind.NULL ? undefined : valueFromASTUntyped(found.value);
}
