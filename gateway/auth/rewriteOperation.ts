import type { OperationDefinitionNode, SelectionNode } from "graphql";
import type { AnswerShape, Denial } from "./answerShape";
import { createRootPlace, isTouched } from "./objectPlace";
import { OperationWalk, type WalkOptions } from "./operationWalk";
import type { Road } from "./stepLimit";

/** An operation without what its caller may not see. */
export interface RewrittenOperation {
  readonly selections: readonly SelectionNode[];
  readonly shape: AnswerShape;
  readonly denials: readonly Denial[];
  /** Introspection fields at the root. They are answered apart from the rest. */
  readonly introspection: readonly SelectionNode[];
  /** A denial that takes a root field with it. */
  readonly lostRootField: Denial | null;
}

/** Takes out of one operation what is denied, and notes what its answer must look like. */
export function rewriteOperation(
  operation: OperationDefinitionNode,
  start: Road,
  options: WalkOptions,
): RewrittenOperation {
  const { schema } = options;
  const type = schema.getRootType(operation.operation);
  if (!type) throw new Error(`the schema has no ${operation.operation}`);
  const walk = new OperationWalk(options);
  const root = createRootPlace(type, start);
  const selections = walk.walkSelections(operation.selectionSet, root, {
    parent: type,
    types: [type],
    isSplit: false,
  });
  const touched = isTouched(root) || walk.introspection.length > 0;
  return {
    // Where a non-null root field is denied no data is left, so nothing need be asked.
    selections: root.nulled.size > 0 ? [] : selections,
    shape: {
      typeKey: null,
      onlyType: type.name,
      entries: root.entries,
      recorded: root.recorded,
      touched,
    },
    denials: [...walk.denials.values()],
    introspection: walk.introspection,
    lostRootField: root.entries.find(entry => entry.denial !== null)?.denial ?? null,
  };
}
