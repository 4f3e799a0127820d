import type { Loss } from "../fetchState";
import { ownValue } from "../json";
import { lostFields, type LostField } from "./lostFields";
import { namesOf } from "./namesOf";
import type { FieldShape, ResultShape } from "../shape/resultShape";
import { fieldsOf, standingsIn, type EmptyField, type Standing } from "./standing";

/**
 * The fields of an answer that are null because of a loss: those that the lost fetch would have brought, or, where
 * null had to be passed up, the one that took them with it.
 */
export function emptyFields(shape: ResultShape, root: Standing, loss: Loss): EmptyField[] {
  const { reached, empty } = follow(shape, root, namesOf(loss.path));
  const found = reached.flatMap(standing =>
    emptyAmong(shape, standing, lostFields(loss, shape.schema, standing.type)),
  );
  // What was fetched for an object that is there shows in that object; only one that is gone is itself the loss.
  return found.length > 0 ? found : empty;
}

interface Followed {
  readonly reached: readonly Standing[];
  readonly empty: EmptyField[];
}

function follow(shape: ResultShape, from: Standing, steps: readonly string[]): Followed {
  const [step, ...rest] = steps;
  if (step === undefined) return { reached: [from], empty: [] };
  const field = fieldsOf(from).find(one => one.responseName === step);
  // The plan went this way for a purpose of its own.
  if (field === undefined) return { reached: [], empty: [] };
  if (isEmpty(from, field)) return { reached: [], empty: [emptyField(from, field)] };
  const followed = standingsIn(shape, from, field).map(standing => follow(shape, standing, rest));
  return { reached: followed.flatMap(one => one.reached), empty: followed.flatMap(one => one.empty) };
}

function emptyAmong(shape: ResultShape, standing: Standing, lost: readonly LostField[]): EmptyField[] {
  return fieldsOf(standing).flatMap(field => {
    const match = lost.find(one => one.fieldName === field.fieldName && one.couldBe(field.responseName));
    if (match === undefined) return [];
    if (isEmpty(standing, field)) return [emptyField(standing, field)];
    return standingsIn(shape, standing, field).flatMap(child =>
      emptyAmong(shape, child, match.below(child.type)),
    );
  });
}

function isEmpty({ object }: Standing, { responseName }: FieldShape): boolean {
  return (ownValue(object, responseName) ?? null) === null;
}

function emptyField(parent: Standing, field: FieldShape): EmptyField {
  return { parent, field, path: [...parent.path, field.responseName] };
}
