import type { FieldNode } from "graphql";

/** What a field is answered under: its alias, else its own name. */
export function responseName({ alias, name }: Pick<FieldNode, "alias" | "name">): string {
  return (alias ?? name).value;
}
