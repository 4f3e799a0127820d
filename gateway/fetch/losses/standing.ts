import {
  getNamedType,
  isAbstractType,
  isObjectType,
  type GraphQLObjectType,
  type GraphQLOutputType,
} from "graphql";
import { isJsonObject, ownValue, type JsonObject, type ResponsePath } from "../json";
import type { FieldShape, ResultShape, SelectionShape } from "../shape/resultShape";

/** An object of the answer, what the client selected of it, and where it stands. */
export interface Standing {
  readonly object: JsonObject;
  readonly type: GraphQLObjectType;
  readonly selection: SelectionShape;
  readonly path: ResponsePath;
}

/** A field of the answer that is null. */
export interface EmptyField {
  readonly parent: Standing;
  readonly field: FieldShape;
  readonly path: ResponsePath;
}

/** What a client selected of an object, whose type it alone knows for sure if it asked for it. */
export function fieldsOf({ selection, type }: Standing): readonly FieldShape[] {
  return selection.fieldsOf(type);
}

/** The objects in a field of an object, in lists too; an empty list item is nobody's loss. */
export function standingsIn(shape: ResultShape, parent: Standing, field: FieldShape): Standing[] {
  const path = [...parent.path, field.responseName];
  return objectsIn(shape, field, ownValue(parent.object, field.responseName), path);
}

function objectsIn(shape: ResultShape, field: FieldShape, value: unknown, path: ResponsePath): Standing[] {
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, index) => objectsIn(shape, field, item, [...path, index]));
  }
  const selection = field.children;
  if (!isJsonObject(value) || selection === null) return [];
  const type = typeOf(shape, field.type, selection, value);
  return type === null ? [] : [{ object: value, type, selection, path }];
}

/** An answer names types only where the client asked for them; elsewhere the fields that are there tell. */
function typeOf(
  shape: ResultShape,
  declared: GraphQLOutputType,
  selection: SelectionShape,
  object: JsonObject,
): GraphQLObjectType | null {
  const named = getNamedType(declared);
  if (isObjectType(named)) return named;
  if (!isAbstractType(named)) return null;
  const fits = (type: GraphQLObjectType): boolean =>
    selection
      .fieldsOf(type)
      .every(field =>
        field.fieldName === "__typename"
          ? object[field.responseName] === type.name
          : Object.hasOwn(object, field.responseName),
      );
  return shape.schema.getPossibleTypes(named).find(fits) ?? null;
}
