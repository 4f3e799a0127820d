import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type InlineFragmentNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import { HubError } from "../../schema/contract/errors";
import type { AnswerShape, Condition, Denial } from "./answerShape";
import { readConditions } from "./conditions";
import { addEntry, isTouched, nulledInAnyCase, type ObjectPlace } from "./objectPlace";
import type { AnyField, PlaceJudge } from "./placeJudge";
import { onType, setOf, typenameAs, underConditions } from "./selectionNodes";
import type { Road, StepLimit } from "./stepLimit";

/** An operation without what its caller may not see. */
export interface RewrittenOperation {
  readonly selections: readonly SelectionNode[];
  readonly shape: AnswerShape;
  readonly denials: readonly Denial[];
  /** Introspection fields at the root, under their conditions. They are answered apart from the rest. */
  readonly introspection: readonly SelectionNode[];
  /** A denial that takes a root field with it. */
  readonly lostRootField: Denial | null;
}

/** What the walk needs beside the operation. */
export interface RewriteOptions {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly judge: PlaceJudge;
  readonly steps: StepLimit;
  /** A response key that the operation does not use itself, for the type of an object. */
  readonly typeKey: string;
}

/** Where in the fragments of an object the walk stands. */
interface Within {
  readonly types: readonly GraphQLObjectType[];
  readonly conditions: readonly Condition[];
}

/** Fragments and type conditions multiply what is written; far above any honest operation, below a stalled process. */
const FIELDS_WALKED = 20_000;

const INTROSPECTION: ReadonlyMap<string, GraphQLOutputType> = new Map([
  [SchemaMetaFieldDef.name, SchemaMetaFieldDef.type],
  [TypeMetaFieldDef.name, TypeMetaFieldDef.type],
]);

interface Allowed {
  readonly type: GraphQLObjectType;
  readonly field: AnyField;
  readonly road: Road;
}

/**
 * Walks an operation type by type: each field is judged for every object that can stand in its place, whatever
 * fragment, interface or alias leads there. Where only some may be seen, the field is asked of those alone.
 */
export function rewriteOperation(
  operation: OperationDefinitionNode,
  options: RewriteOptions,
): RewrittenOperation {
  const { schema, fragments, judge, steps, typeKey } = options;
  const denials = new Map<string, Denial>();
  const introspection: SelectionNode[] = [];
  let walked = 0;

  function deny(denial: Denial): Denial {
    const id = `${denial.path.join(".")}|${denial.coordinate}`;
    const before = denials.get(id);
    if (before === undefined) denials.set(id, denial);
    return before ?? denial;
  }

  function walkSelections(set: SelectionSetNode, place: ObjectPlace, within: Within): SelectionNode[] {
    return set.selections.flatMap(selection => {
      if (selection.kind === Kind.FIELD) return walkField(selection, place, within);
      return walkFragment(
        selection.kind === Kind.FRAGMENT_SPREAD ? inline(selection) : selection,
        place,
        within,
      );
    });
  }

  function inline(spread: Extract<SelectionNode, { kind: Kind.FRAGMENT_SPREAD }>): InlineFragmentNode {
    const fragment = fragments.get(spread.name.value);
    if (fragment === undefined) throw new Error(`the operation names no fragment ${spread.name.value}`);
    const { typeCondition, selectionSet } = fragment;
    return { kind: Kind.INLINE_FRAGMENT, typeCondition, selectionSet, directives: spread.directives };
  }

  function walkFragment(node: InlineFragmentNode, place: ObjectPlace, within: Within): SelectionNode[] {
    const condition = node.typeCondition && schema.getType(node.typeCondition.name.value);
    const narrowed = condition && isCompositeType(condition) ? new Set(possibleTypes(condition)) : null;
    const types = narrowed === null ? within.types : within.types.filter(type => narrowed.has(type));
    if (types.length === 0) return [];
    const conditions = [...within.conditions, ...readConditions(node.directives)];
    const selections = walkSelections(node.selectionSet, place, { types, conditions });
    return selections.length === 0 ? [] : [{ ...node, selectionSet: setOf(selections) }];
  }

  function walkField(node: FieldNode, place: ObjectPlace, within: Within): SelectionNode[] {
    if (++walked > FIELDS_WALKED)
      throw new HubError("LIMIT_EXCEEDED", "The operation selects too many fields.");
    const key = node.alias?.value ?? node.name.value;
    const conditions = [...within.conditions, ...readConditions(node.directives)];
    const seen = within.types.filter(type => !denyObject(type, key, conditions, place));
    const name = node.name.value;
    if (name === "__typename") return keepTypename(node, key, conditions, place, seen);
    const introspected = place.isRoot ? INTROSPECTION.get(name) : undefined;
    if (introspected !== undefined) {
      addEntry(place, seen, { key, conditions, type: introspected });
      introspection.push(underConditions(node, within.conditions));
      return [];
    }
    const allowed = seen.flatMap(type => judgeFor(type, node, key, conditions, place) ?? []);
    if (allowed.length === 0) return [];
    const single =
      allowed.length === within.types.length && allowed.every(one => isAlike(one, allowed[0] as Allowed));
    if (single) return walkAllowed(node, key, conditions, place, allowed);
    return allowed.flatMap(one => onType(one.type, walkAllowed(node, key, conditions, place, [one])));
  }

  /** True where the object as a whole is denied; whatever is selected on it then makes it null. */
  function denyObject(
    type: GraphQLObjectType,
    key: string,
    conditions: readonly Condition[],
    place: ObjectPlace,
  ): boolean {
    const denial = place.deniedTypes.get(type.name);
    if (denial === undefined) return false;
    deny(denial);
    addEntry(place, [type], { key, conditions, type, objectDenial: denial });
    if (conditions.length === 0) place.nulled.set(type.name, denial);
    return true;
  }

  function keepTypename(
    node: FieldNode,
    key: string,
    conditions: readonly Condition[],
    place: ObjectPlace,
    types: readonly GraphQLObjectType[],
  ): SelectionNode[] {
    if (types.length === 0) return [];
    addEntry(place, types, { key, conditions, type: TypeNameMetaFieldDef.type });
    return [node];
  }

  function judgeFor(
    type: GraphQLObjectType,
    node: FieldNode,
    key: string,
    conditions: readonly Condition[],
    place: ObjectPlace,
  ): Allowed | null {
    const field = type.getFields()[node.name.value];
    if (field === undefined)
      throw new Error(`${type.name} has no field ${node.name.value}: the operation was not validated`);
    const path = [...place.path, key];
    const judgement = judge.judgeField(type, field, node, path, place.road);
    if ("road" in judgement) return { type, field, road: judgement.road };
    const coordinate = `${type.name}.${field.name}`;
    const denial = deny({ path, coordinate, nullable: !isNonNullType(field.type), code: judgement.denied });
    addDenied(place, type, field.type, key, conditions, denial);
    return null;
  }

  function addDenied(
    place: ObjectPlace,
    type: GraphQLObjectType,
    fieldType: GraphQLOutputType,
    key: string,
    conditions: readonly Condition[],
    denial: Denial,
  ): void {
    addEntry(place, [type], { key, conditions, type: fieldType, denial });
    if (isNonNullType(fieldType) && conditions.length === 0 && !place.nulled.has(type.name)) {
      place.nulled.set(type.name, denial);
    }
  }

  function walkAllowed(
    node: FieldNode,
    key: string,
    conditions: readonly Condition[],
    place: ObjectPlace,
    allowed: readonly Allowed[],
  ): SelectionNode[] {
    const { field, road } = allowed[0] as Allowed;
    const types = allowed.map(one => one.type);
    const result = getNamedType(field.type);
    if (!isCompositeType(result) || node.selectionSet === undefined) {
      addEntry(place, types, { key, conditions, type: field.type });
      return [node];
    }
    const child = enter(result, field.type, road, [...place.path, key]);
    const selections = walkSelections(node.selectionSet, child, { types: child.possible, conditions: [] });
    const lost = isListType(getNullableType(field.type)) ? null : nulledInAnyCase(child);
    if (lost !== null) {
      // Whatever the subgraphs would say, null stands here: they are not asked.
      for (const type of types) addDenied(place, type, field.type, key, conditions, lost);
      return [];
    }
    const touched = isTouched(child);
    const asksType = touched && child.possible.length > 1;
    const shape: AnswerShape = {
      typeKey: asksType ? typeKey : null,
      onlyType: child.possible.length === 1 ? (child.possible[0] as GraphQLObjectType).name : null,
      entries: child.entries,
      touched,
    };
    addEntry(place, types, { key, conditions, type: field.type, child: shape });
    // An object of which nothing may be seen still is or is not there.
    const kept = asksType || selections.length === 0 ? [...selections, typenameAs(typeKey)] : selections;
    return [{ ...node, selectionSet: setOf(kept) }];
  }

  function enter(
    type: GraphQLCompositeType,
    fieldType: GraphQLOutputType,
    road: Road,
    path: readonly string[],
  ): ObjectPlace {
    const possible = possibleTypes(type);
    const deniedTypes = new Map<string, Denial>();
    // The field was judged with its type's own requirement; only members of an abstract type remain to be judged.
    for (const one of isAbstractType(type) ? possible : []) {
      const code = judge.judgeObject(one, path);
      if (code === null) continue;
      deniedTypes.set(one.name, { path, coordinate: one.name, nullable: isItemNullable(fieldType), code });
    }
    return { possible, deniedTypes, road, path, entries: [], nulled: new Map(), isRoot: false };
  }

  function possibleTypes(type: GraphQLCompositeType): readonly GraphQLObjectType[] {
    return isObjectType(type) ? [type] : schema.getPossibleTypes(type);
  }

  const rootType = schema.getRootType(operation.operation);
  if (!rootType) throw new Error(`the schema has no ${operation.operation}`);
  const root: ObjectPlace = {
    possible: [rootType],
    deniedTypes: new Map(),
    road: steps.start,
    path: [],
    entries: [],
    nulled: new Map(),
    isRoot: true,
  };
  const selections = walkSelections(operation.selectionSet, root, { types: [rootType], conditions: [] });
  const touched = isTouched(root) || introspection.length > 0;
  return {
    // Where a non-null root field is denied no data is left, so nothing need be asked.
    selections: root.nulled.size > 0 ? [] : selections,
    shape: { typeKey: null, onlyType: rootType.name, entries: root.entries, touched },
    denials: [...denials.values()],
    introspection,
    lostRootField: root.entries.find(entry => entry.denial !== null)?.denial ?? null,
  };
}

/** Whether one selection can serve both types. */
function isAlike(one: Allowed, other: Allowed): boolean {
  const sameRoad =
    one.road.steps === other.road.steps &&
    one.road.inPerson === other.road.inPerson &&
    one.road.sinceLink === other.road.sinceLink;
  return sameRoad && String(one.field.type) === String(other.field.type);
}

function isItemNullable(type: GraphQLOutputType): boolean {
  const nullable = getNullableType(type);
  return isListType(nullable) ? isItemNullable(nullable.ofType as GraphQLOutputType) : !isNonNullType(type);
}
