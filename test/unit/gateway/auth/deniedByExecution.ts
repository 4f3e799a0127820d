import {
  defaultFieldResolver,
  execute,
  getNamedType,
  GraphQLError,
  isAbstractType,
  isObjectType,
  Kind,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type SelectionSetNode,
} from "graphql";
import { ASKED, ROOT, UNMARKED } from "./syntheticSubgraphs";

/**
 * What the answer must be, found by other means than the gateway's: the whole operation is executed on one
 * schema, and each resolver refuses what the caller may not see. Nulls then spread as graphql-js spreads them.
 */
export async function executeWithDenials(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Record<string, unknown>,
  scopes: ReadonlySet<string>,
): Promise<ExecutionResult> {
  const fieldResolver: GraphQLFieldResolver<unknown, unknown, Record<string, unknown>> = (
    source,
    args,
    context,
    info,
  ) => {
    if (isDenied(info, args, scopes)) throw new GraphQLError("denied", { extensions: { code: "FORBIDDEN" } });
    const value: unknown = defaultFieldResolver(source, args, context, info);
    return isAbstractType(getNamedType(info.returnType)) ? denyObjects(value, info, scopes) : value;
  };
  return await execute({ schema, document, variableValues: variables, rootValue: ROOT, fieldResolver });
}

/** Whether these scopes meet what the hand-written table asks of a place. */
export function isMet(place: string, scopes: ReadonlySet<string>): boolean {
  const asked = ASKED[place];
  return asked === undefined || asked.some(set => set.every(scope => scopes.has(scope)));
}

/** Whether a field of an object type is denied by its own rule, its type's, or that of what it returns. */
export function isFieldDenied(
  schema: GraphQLSchema,
  type: string,
  field: string,
  scopes: ReadonlySet<string>,
): boolean {
  const coordinate = `${type}.${field}`;
  const owner = schema.getType(type);
  if (!isObjectType(owner)) throw new Error(`${type} is no object type`);
  const result = getNamedType(owner.getFields()[field]?.type ?? owner);
  const results = isAbstractType(result)
    ? schema.getPossibleTypes(result).map(one => one.name)
    : [result.name];
  return (
    UNMARKED.includes(coordinate) ||
    !isMet(type, scopes) ||
    !isMet(coordinate, scopes) ||
    results.every(name => !isMet(name, scopes))
  );
}

function isDenied(
  info: GraphQLResolveInfo,
  args: Record<string, unknown>,
  scopes: ReadonlySet<string>,
): boolean {
  const filtersByMood = info.fieldName === "inMood" && "mood" in args;
  const filtersByInput = info.fieldName === "found" && "filter" in args;
  if ((filtersByMood || filtersByInput) && !isMet("Mood", scopes)) return true;
  return isFieldDenied(info.schema, info.parentType.name, info.fieldName, scopes);
}

/** An object of a denied type is null, provided that something is selected on it. */
function denyObjects(value: unknown, info: GraphQLResolveInfo, scopes: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map(item => denyObject(item, info, scopes));
  const denied = denyObject(value, info, scopes);
  if (denied instanceof Error) throw denied;
  return denied;
}

function denyObject(value: unknown, info: GraphQLResolveInfo, scopes: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map(item => denyObject(item, info, scopes));
  if (typeof value !== "object" || value === null) return value;
  const type = (value as { __typename: string }).__typename;
  const selected = info.fieldNodes.some(
    node => node.selectionSet && selectsAnything(node.selectionSet, type, info),
  );
  return isMet(type, scopes) || !selected
    ? value
    : new GraphQLError("denied", { extensions: { code: "FORBIDDEN" } });
}

function selectsAnything(set: SelectionSetNode, typeName: string, info: GraphQLResolveInfo): boolean {
  return set.selections.some(selection => {
    if (!isIncluded(selection.directives, info)) return false;
    if (selection.kind === Kind.FIELD) return true;
    const fragment =
      selection.kind === Kind.FRAGMENT_SPREAD ? info.fragments[selection.name.value] : selection;
    const condition = fragment?.typeCondition && info.schema.getType(fragment.typeCondition.name.value);
    const type = info.schema.getType(typeName);
    const applies =
      !condition ||
      condition === type ||
      (isAbstractType(condition) && isObjectType(type) && info.schema.isSubType(condition, type));
    return fragment !== undefined && applies && selectsAnything(fragment.selectionSet, typeName, info);
  });
}

function isIncluded(
  directives: DocumentNode["definitions"][number]["directives"],
  info: GraphQLResolveInfo,
): boolean {
  return (directives ?? []).every(directive => {
    const value = directive.arguments?.[0]?.value;
    const given =
      value?.kind === Kind.VARIABLE
        ? info.variableValues[value.name.value]
        : value?.kind === Kind.BOOLEAN && value.value;
    return directive.name.value === "include" ? given === true : given !== true;
  });
}
