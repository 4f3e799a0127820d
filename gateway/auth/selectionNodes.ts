import {
  Kind,
  type DirectiveNode,
  type FieldNode,
  type GraphQLObjectType,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import type { Condition } from "./answerShape";

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
  const isAlready = key === (node.alias?.value ?? node.name.value);
  return isAlready ? node : { ...node, alias: { kind: Kind.NAME, value: key } };
}

/** `... on Type { … }`, or nothing where nothing is selected. */
export function onType(type: GraphQLObjectType, selections: readonly SelectionNode[]): SelectionNode[] {
  if (selections.length === 0) return [];
  const name = { kind: Kind.NAME, value: type.name } as const;
  const typeCondition = { kind: Kind.NAMED_TYPE, name } as const;
  return [{ kind: Kind.INLINE_FRAGMENT, typeCondition, selectionSet: setOf(selections) }];
}

/** The selection under the conditions of the fragments around it, which it is taken out of. */
export function underConditions(selection: SelectionNode, conditions: readonly Condition[]): SelectionNode {
  return conditions.reduceRight<SelectionNode>(
    (inner, condition) => ({
      kind: Kind.INLINE_FRAGMENT,
      directives: [toDirective(condition)],
      selectionSet: setOf([inner]),
    }),
    selection,
  );
}

function toDirective({ includedWhen, variable, value }: Condition): DirectiveNode {
  const given =
    variable === null
      ? ({ kind: Kind.BOOLEAN, value } as const)
      : ({ kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: variable } } as const);
  return {
    kind: Kind.DIRECTIVE,
    name: { kind: Kind.NAME, value: includedWhen ? "include" : "skip" },
    arguments: [{ kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: "if" }, value: given }],
  };
}
