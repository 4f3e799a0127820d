import { isObjectType, type GraphQLObjectType, type GraphQLSchema } from "graphql";
import { isJsonObject, ownValue, type JsonObject, type ResponsePath } from "../json";
import type { FieldShape, ResultShape, SelectionShape } from "./resultShape";
import type { ValueForm } from "./valueForm";

/** An answer as it was asked for. */
export interface ShapedAnswer {
  readonly data: JsonObject | null;
  /** Where null stands because there was no value, or none of the type, although there must be one. */
  readonly violations: readonly ResponsePath[];
}

/** In the place of null where null may not stand: what is above becomes null. */
const LOST = Symbol("lost");

/** Gives what was gathered the form that was asked for: no more, in the order of the operation. */
export function shapeAnswer({ schema, rootType, root }: ResultShape, gathered: JsonObject): ShapedAnswer {
  const shaping: Shaping = { schema, path: [], violations: [] };
  const data = shapeObject(shaping, rootType, root, gathered);
  return { data, violations: shaping.violations };
}

interface Shaping {
  readonly schema: GraphQLSchema;
  /** Of what is being shaped. */
  readonly path: (string | number)[];
  readonly violations: ResponsePath[];
}

function shapeObject(
  shaping: Shaping,
  type: GraphQLObjectType,
  selection: SelectionShape,
  source: JsonObject,
): JsonObject | null {
  const shaped: JsonObject = {};
  for (const field of selection.fieldsOf(type)) {
    const { responseName } = field;
    if (field.fieldName === "__typename") {
      shaped[responseName] = type.name;
      continue;
    }
    shaping.path.push(responseName);
    const value = shapeValue(shaping, field, field.form, ownValue(source, responseName));
    shaping.path.pop();
    if (value === LOST) return null;
    shaped[responseName] = value;
  }
  return shaped;
}

function shapeValue(shaping: Shaping, field: FieldShape, form: ValueForm, value: unknown): unknown {
  const known = shaping.violations.length;
  const shaped = value === null || value === undefined ? null : shapeThere(shaping, field, form, value);
  if (shaped !== null || !form.isNonNull) return shaped;
  // Told once, where it began.
  if (shaping.violations.length === known) violate(shaping);
  return LOST;
}

function shapeThere(shaping: Shaping, field: FieldShape, form: ValueForm, value: unknown): unknown {
  const { item, isLeafValue } = form;
  if (isLeafValue !== null) return isLeafValue(value) ? value : violate(shaping);
  if (item !== null) return Array.isArray(value) ? shapeList(shaping, field, item, value) : violate(shaping);
  if (field.children === null || !isJsonObject(value)) return violate(shaping);
  const type = form.objectType ?? saidType(shaping, value);
  return type === null ? violate(shaping) : shapeObject(shaping, type, field.children, value);
}

function shapeList(
  shaping: Shaping,
  field: FieldShape,
  item: ValueForm,
  values: readonly unknown[],
): unknown[] | null {
  const shaped: unknown[] = [];
  let isLost = false;
  for (const [position, value] of values.entries()) {
    shaping.path.push(position);
    const one = shapeValue(shaping, field, item, value);
    shaping.path.pop();
    isLost ||= one === LOST;
    shaped.push(one);
  }
  return isLost ? null : shaped;
}

function saidType({ schema }: Shaping, { __typename: name }: JsonObject): GraphQLObjectType | null {
  const type = typeof name === "string" ? schema.getType(name) : undefined;
  return isObjectType(type) ? type : null;
}

function violate({ path, violations }: Shaping): null {
  violations.push([...path]);
  return null;
}
