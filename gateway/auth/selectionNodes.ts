import {
  Kind,
  type FieldNode,
  type GraphQLObjectType,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import { responseName } from "../responseName";

/** `{ … }` */
export function setOf(selections: readonly SelectionNode[]): SelectionSetNode {
  return { kind: Kind.SELECTION_SET, selections };
}

/** `key: __typename` */
export function typenameAs(key: string): FieldNode {
  return {
    kind: Kind.FIELD,
    alias: { kind: Kind.NAME, value: key },
    name: { kind: Kind.NAME, value: "__typename" },
  };
}

/** The field under another response key. */
export function withKey(node: FieldNode, key: string): FieldNode {
  const isAlready = key === responseName(node);
  return isAlready ? node : { ...node, alias: { kind: Kind.NAME, value: key } };
}

/** `... on Type { … }`, or nothing where nothing is selected. */
export function onType(type: GraphQLObjectType, selections: readonly SelectionNode[]): SelectionNode[] {
  if (selections.length === 0) return [];
  const name = { kind: Kind.NAME, value: type.name } as const;
  const typeCondition = { kind: Kind.NAMED_TYPE, name } as const;
  return [{ kind: Kind.INLINE_FRAGMENT, typeCondition, selectionSet: setOf(selections) }];
}
