import { Kind, type FieldNode } from "graphql";

/** Of what a field selects, the fields without selections, arguments or conditions. */
export function plainFields(field: FieldNode): FieldNode[] {
  return (field.selectionSet?.selections ?? []).filter(
    one =>
      one.kind === Kind.FIELD &&
      one.selectionSet === undefined &&
      (one.arguments ?? []).length === 0 &&
      (one.directives ?? []).length === 0,
  ) as FieldNode[];
}
