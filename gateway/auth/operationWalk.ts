import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  type FieldNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type InlineFragmentNode,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import { HubError } from "../../schema/contract/errors";
import type { Denial } from "./answerShape";
import { addDenied, addEntry, createPlace, nulledInAnyCase, type ObjectPlace } from "./objectPlace";
import type { AnyField, PlaceJudge } from "./placeJudge";
import { createShape } from "./objectShape";
import type { RecordedKeys } from "./recordedKeys";
import { onType, setOf, withKey } from "./selectionNodes";
import { hasSameNullability, ownSourceKey, sourceKeyOf } from "./sourceKeys";
import { isSameRoad, type Road } from "./stepLimit";
import { responseName } from "../responseName";

/** What the walk needs beside the operation. */
export interface WalkOptions {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly judge: PlaceJudge;
  readonly recorded: RecordedKeys;
  /** No response key of the operation begins with this one: for the type of an object, and for keys put in. */
  readonly typeKey: string;
}

/** Where in the fragments of an object the walk stands. */
interface Within {
  readonly parent: GraphQLCompositeType;
  readonly types: readonly GraphQLObjectType[];
  /** Whether each type is selected on by itself. */
  readonly isSplit: boolean;
}

interface Selected {
  readonly node: FieldNode;
  readonly key: string;
}

interface Allowed {
  readonly type: GraphQLObjectType;
  readonly field: AnyField;
  readonly road: Road;
  readonly confirmedBy: string | null;
}

/** Fragments and type conditions multiply what is written; far above any honest operation, below a stalled process. */
const FIELDS_WALKED = 20_000;

const INTROSPECTION: ReadonlyMap<string, GraphQLOutputType> = new Map([
  [SchemaMetaFieldDef.name, SchemaMetaFieldDef.type],
  [TypeMetaFieldDef.name, TypeMetaFieldDef.type],
]);

/**
 * Walks an operation type by type: each field is judged for every object that can stand in its place, whatever
 * fragment, interface or alias leads there. Where only some may be seen, the field is asked of those alone.
 */
export class OperationWalk {
  readonly denials = new Map<string, Denial>();
  readonly introspection: SelectionNode[] = [];
  private walked = 0;

  constructor(private readonly options: WalkOptions) {}

  walkSelections(set: SelectionSetNode, place: ObjectPlace, within: Within): SelectionNode[] {
    return set.selections.flatMap(selection => {
      if (selection.kind === Kind.FIELD) return this.walkField(selection, place, within);
      const inline = selection.kind === Kind.FRAGMENT_SPREAD ? this.writeOut(selection) : selection;
      return this.walkFragment(inline, place, within);
    });
  }

  private writeOut(spread: FragmentSpreadNode): InlineFragmentNode {
    const fragment = this.options.fragments.get(spread.name.value);
    if (fragment === undefined)
      throw new Error(`there is no fragment ${spread.name.value}: the operation was not validated`);
    const { typeCondition, selectionSet } = fragment;
    return { kind: Kind.INLINE_FRAGMENT, typeCondition, selectionSet, directives: spread.directives };
  }

  private walkFragment(node: InlineFragmentNode, place: ObjectPlace, within: Within): SelectionNode[] {
    const condition = node.typeCondition && this.options.schema.getType(node.typeCondition.name.value);
    const parent = isCompositeType(condition) ? condition : within.parent;
    const narrowed = new Set(this.possibleTypes(parent));
    const types = within.types.filter(type => narrowed.has(type));
    if (types.length === 0) return [];
    // The planner loses what stands in a fragment on one abstract type inside one on another, or inside an object:
    // what is selected on such a type is selected on each of its members instead.
    const isSplit = isAbstractType(parent) && (within.isSplit || parent !== within.parent);
    if (isSplit) place.reworded = true;
    const selections = this.walkSelections(node.selectionSet, place, { parent, types, isSplit });
    const inline = { ...node, selectionSet: setOf(selections) };
    if (selections.length === 0) return [];
    return [isSplit ? { ...inline, typeCondition: undefined } : inline];
  }

  private walkField(node: FieldNode, place: ObjectPlace, within: Within): SelectionNode[] {
    if (++this.walked > FIELDS_WALKED)
      throw new HubError("LIMIT_EXCEEDED", "The operation selects too many fields.");
    const key = responseName(node);
    const selected = { node, key };
    const types = within.types.filter(type => !this.denyObject(type, selected, place));
    if (node.name.value === "__typename") return this.keepTypename(selected, place, within, types);
    const introspected = place.isRoot ? INTROSPECTION.get(node.name.value) : undefined;
    if (introspected !== undefined) {
      addEntry(place, types, { key, type: introspected });
      this.introspection.push(node);
      return [];
    }
    const allowed = types.flatMap(type => this.judgeFor(type, selected, place) ?? []);
    return this.keepAllowed(selected, place, within, allowed);
  }

  private keepTypename(
    selected: Selected,
    place: ObjectPlace,
    { isSplit }: Within,
    types: readonly GraphQLObjectType[],
  ): SelectionNode[] {
    if (types.length === 0) return [];
    const { node, key } = selected;
    const source = this.sourceKey(selected, place);
    addEntry(place, types, { key, source, type: TypeNameMetaFieldDef.type });
    const kept = [withKey(node, source)];
    return isSplit ? types.flatMap(type => onType(type, kept)) : kept;
  }

  /** True where the object as a whole is denied; whatever is selected on it then makes it null. */
  private denyObject(type: GraphQLObjectType, { key }: Selected, place: ObjectPlace): boolean {
    const objectDenial = place.deniedTypes.get(type.name);
    if (objectDenial === undefined) return false;
    this.remember(objectDenial);
    addEntry(place, [type], { key, type, objectDenial });
    place.nulled.set(type.name, objectDenial);
    return true;
  }

  private judgeFor(type: GraphQLObjectType, { node, key }: Selected, place: ObjectPlace): Allowed | null {
    const field = type.getFields()[node.name.value];
    if (field === undefined)
      throw new Error(`${type.name} has no field ${node.name.value}: the operation was not validated`);
    const path = [...place.path, key];
    const judgement = this.options.judge.judgeField(type, field, node, path, place.road);
    if ("road" in judgement) return { type, field, ...judgement };
    const coordinate = `${type.name}.${field.name}`;
    const denial = { path, coordinate, nullable: !isNonNullType(field.type), code: judgement.denied };
    addDenied(place, type, { key, type: field.type }, this.remember(denial));
    return null;
  }

  private keepAllowed(
    selected: Selected,
    place: ObjectPlace,
    within: Within,
    allowed: readonly Allowed[],
  ): SelectionNode[] {
    const first = allowed[0];
    if (first === undefined || isUnionType(within.parent)) return [];
    const written = within.parent.getFields()[selected.node.name.value]?.type ?? first.field.type;
    const isWhole = !within.isSplit && allowed.length === within.types.length;
    if (isWhole && allowed.every(one => isSameRoad(one.road, first.road))) {
      return this.walkAllowed(selected, this.sourceKey(selected, place), place, written, allowed);
    }
    return allowed.flatMap(one => {
      const { type, field } = one;
      const fits = hasSameNullability(written, field.type);
      const source = fits
        ? this.sourceKey(selected, place)
        : ownSourceKey(selected.key, type, this.options.typeKey);
      return onType(type, this.walkAllowed(selected, source, place, field.type, [one]));
    });
  }

  private sourceKey({ key, node }: Selected, place: ObjectPlace): string {
    return sourceKeyOf(key, node.name.value, place.possible, this.options.typeKey);
  }

  private walkAllowed(
    selected: Selected,
    source: string,
    place: ObjectPlace,
    written: GraphQLOutputType,
    allowed: readonly Allowed[],
  ): SelectionNode[] {
    const { node, key } = selected;
    const kept = withKey(node, source);
    const result = getNamedType(written);
    if (!isCompositeType(result) || node.selectionSet === undefined) {
      for (const { type, field } of allowed) addEntry(place, [type], { key, source, type: field.type });
      return [kept];
    }
    const child = this.enter(result, written, allowed, [...place.path, key]);
    const within = { parent: result, types: child.possible, isSplit: false };
    const selections = this.walkSelections(node.selectionSet, child, within);
    const lost = isListType(getNullableType(written)) ? null : nulledInAnyCase(child);
    if (lost !== null) {
      // Whatever the subgraphs would say, null stands here: they are not asked.
      for (const { type, field } of allowed) addDenied(place, type, { key, type: field.type }, lost);
      return [];
    }
    const [first] = allowed as readonly [Allowed, ...Allowed[]];
    const missing = this.options.recorded.putMissing(child, `${first.type.name}.${first.field.name}`);
    const { shape, put } = createShape(child, selections, this.options.typeKey);
    for (const { type, field, confirmedBy } of allowed)
      addEntry(place, [type], { key, source, type: field.type, child: shape, confirmedBy });
    return [{ ...kept, selectionSet: setOf([...selections, ...put, ...missing]) }];
  }

  private enter(
    type: GraphQLCompositeType,
    written: GraphQLOutputType,
    allowed: readonly Allowed[],
    path: readonly string[],
  ): ObjectPlace {
    const results = allowed.map(({ field }) => getNamedType(field.type)).filter(isCompositeType);
    const possible = new Set(results.flatMap(result => this.possibleTypes(result)));
    const road = (allowed[0] as Allowed).road;
    return createPlace({ type, written, road }, [...possible], path, this.options.judge);
  }

  private possibleTypes(type: GraphQLCompositeType): readonly GraphQLObjectType[] {
    return isObjectType(type) ? [type] : this.options.schema.getPossibleTypes(type);
  }

  private remember(denial: Denial): Denial {
    const id = `${denial.path.join(".")}|${denial.coordinate}|${denial.code}`;
    const known = this.denials.get(id);
    if (known === undefined) this.denials.set(id, denial);
    return known ?? denial;
  }
}
