import type { FieldNode, SelectionNode } from "graphql";
import type { AnswerShape } from "./answerShape";
import { isTouched, type ObjectPlace } from "./objectPlace";
import { typenameAs } from "./selectionNodes";

/** The shape of an object, and what must be selected beside for the sake of restoring it. */
export function createShape(
  place: ObjectPlace,
  selections: readonly SelectionNode[],
  typeKey: string,
): { readonly shape: AnswerShape; readonly put: readonly FieldNode[] } {
  const [only, ...others] = place.possible;
  // An object of which nothing is to be seen still is or is not there; the planner would tell null for either.
  const isEmpty = selections.length === 0;
  const touched = isTouched(place) || isEmpty;
  const asksType = touched && others.length > 0;
  const shape = {
    typeKey: asksType ? typeKey : null,
    onlyType: only !== undefined && others.length === 0 ? only.name : null,
    entries: place.entries,
    recorded: place.recorded,
    touched,
  };
  return { shape, put: asksType || isEmpty ? [typenameAs(typeKey)] : [] };
}
