import { Kind, type FieldNode, type SelectionNode } from "graphql";
import type { AnswerShape } from "./answerShape";
import { isConditional, isTouched, type ObjectPlace } from "./objectPlace";
import { typenameAs } from "./selectionNodes";

/** The shape of an object, and what must be selected beside for the sake of restoring it. */
export function createShape(
  place: ObjectPlace,
  selections: readonly SelectionNode[],
  typeKey: string,
): { readonly shape: AnswerShape; readonly put: readonly FieldNode[] } {
  const [only, ...others] = place.possible;
  // An object of which nothing is to be seen still is or is not there; the planner would tell null for either.
  const isEmpty = selections.every(mayBeLeftOut);
  const touched = isTouched(place) || isEmpty;
  const asksType = touched && others.length > 0;
  const shape = {
    typeKey: asksType ? typeKey : null,
    onlyType: only !== undefined && others.length === 0 ? only.name : null,
    entries: place.entries,
    conditional: isConditional(place),
    touched,
  };
  return { shape, put: asksType || isEmpty ? [typenameAs(typeKey)] : [] };
}

/** Whether variables can take a selection out of the operation, whatever the object. */
function mayBeLeftOut(selection: SelectionNode): boolean {
  if ((selection.directives ?? []).length > 0) return true;
  return selection.kind === Kind.INLINE_FRAGMENT && selection.selectionSet.selections.every(mayBeLeftOut);
}
