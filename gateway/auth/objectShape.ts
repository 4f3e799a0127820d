import type { FieldNode, SelectionNode } from "graphql";
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
  const isDenied = isTouched(place);
  const asksType = isDenied && others.length > 0;
  // An object of which nothing may be seen still is or is not there.
  const isEmpty = selections.length === 0;
  const shape = {
    typeKey: asksType ? typeKey : null,
    onlyType: only !== undefined && others.length === 0 ? only.name : null,
    entries: place.entries,
    conditional: isConditional(place),
    touched: isDenied || isEmpty,
  };
  return { shape, put: asksType || isEmpty ? [typenameAs(typeKey)] : [] };
}
