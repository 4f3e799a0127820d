import { Kind, type FieldNode, type SelectionSetNode } from "graphql";

const PUT_IN = new WeakSet<FieldNode>();

/** A selection that no client asked for, for the record of the operation alone: it is never shown. */
export function putIn(name: string, selectionSet?: SelectionSetNode): FieldNode {
  const node: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: name }, selectionSet };
  PUT_IN.add(node);
  return node;
}

/** Whether the client has not asked for this. */
export function isPutIn(node: FieldNode): boolean {
  return PUT_IN.has(node);
}
