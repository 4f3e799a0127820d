import {
  isAbstractType,
  Kind,
  type GraphQLObjectType,
  type GraphQLSchema,
  type SelectionNode,
} from "graphql";
import type { Loss } from "../fetchState";
import { responseName } from "../../responseName";

/** A field that a fetch asked for in vain. */
export interface LostField {
  readonly fieldName: string;
  /** Whether the client's field of this response name may be the one; a plan renames what would clash. */
  couldBe(responseName: string): boolean;
  /** The fields asked for below it, of objects of a type. */
  below(type: GraphQLObjectType): LostField[];
}

/** How the planner names what would clash: `name__alias_0`. */
const PLANNER_ALIAS = /__alias_\d+$/;

/** What a lost fetch asked of an object of the type that stands at its place. */
export function lostFields(loss: Loss, schema: GraphQLSchema, type: GraphQLObjectType): LostField[] {
  const operation = loss.document.definitions.find(one => one.kind === Kind.OPERATION_DEFINITION);
  const root = operation?.selectionSet.selections ?? [];
  const [first] = root;
  const selections =
    first?.kind === Kind.FIELD && first.name.value === "_entities"
      ? (first.selectionSet?.selections ?? [])
      : root;
  const lost = readFields(loss, schema, type, selections);
  return loss.field === null ? lost : lost.filter(one => one.couldBe(loss.field ?? ""));
}

function readFields(
  loss: Loss,
  schema: GraphQLSchema,
  type: GraphQLObjectType,
  selections: readonly SelectionNode[],
): LostField[] {
  return selections.flatMap((selection): LostField[] => {
    if (selection.kind === Kind.FIELD) {
      const asked = responseName(selection);
      return [
        {
          fieldName: selection.name.value,
          couldBe: name => name === asked || PLANNER_ALIAS.test(asked),
          below: child => readFields(loss, schema, child, selection.selectionSet?.selections ?? []),
        },
      ];
    }
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : findFragment(loss, selection.name.value);
    if (fragment === undefined || !couldFit(schema, fragment.typeCondition?.name.value, type)) return [];
    return readFields(loss, schema, type, fragment.selectionSet.selections);
  });
}

function findFragment(loss: Loss, name: string) {
  return loss.document.definitions
    .filter(one => one.kind === Kind.FRAGMENT_DEFINITION)
    .find(one => one.name.value === name);
}

function couldFit(schema: GraphQLSchema, condition: string | undefined, type: GraphQLObjectType): boolean {
  if (condition === undefined || condition === type.name) return true;
  const wider = schema.getType(condition);
  // An interface that is an object in one subgraph alone is fetched under its own name.
  return isAbstractType(wider) && schema.isSubType(wider, type);
}
