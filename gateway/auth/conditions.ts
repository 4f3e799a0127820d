import { Kind, type DirectiveNode } from "graphql";
import type { Condition } from "./answerShape";
import type { Variables } from "./policies/policy";

/** What `@skip` and `@include` on a selection make of it. */
export function readConditions(directives: readonly DirectiveNode[] | undefined): Condition[] {
  return (directives ?? []).flatMap(directive => {
    const name = directive.name.value;
    const value = directive.arguments?.find(one => one.name.value === "if")?.value;
    if ((name !== "skip" && name !== "include") || value === undefined) return [];
    return [
      {
        includedWhen: name === "include",
        variable: value.kind === Kind.VARIABLE ? value.name.value : null,
        value: value.kind === Kind.BOOLEAN && value.value,
      },
    ];
  });
}

/** Whether a selection is part of the answer for these variables (defaults filled in). */
export function allHold(conditions: readonly Condition[], variables: Variables): boolean {
  return conditions.every(
    one => (one.variable === null ? one.value : variables[one.variable] === true) === one.includedWhen,
  );
}
