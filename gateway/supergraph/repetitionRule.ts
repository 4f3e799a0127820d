import {
  GraphQLError,
  Kind,
  type ASTVisitor,
  type SelectionNode,
  type SelectionSetNode,
  type ValidationContext,
} from "graphql";
import type { OperationLimits } from "./operationLimits";
import { responseName } from "../responseName";

/** Beyond this many selections in one place nobody counts to the end: the limits are far below. */
const MAX_COUNTED = 20_000;

/**
 * Refuses hundreds of repeats of one field, too many root fields, and names that are reserved: what begins with
 * two underscores belongs to the schema language, and `__proto__` to nobody.
 */
export function repetitionRule(limits: OperationLimits): (context: ValidationContext) => ASTVisitor {
  return context => {
    const refuse = (message: string) =>
      context.reportError(new GraphQLError(message, { extensions: { code: "LIMIT_EXCEEDED" } }));
    return {
      OperationDefinition({ selectionSet }) {
        const roots = countNames(context, selectionSet);
        const total = [...roots.values()].reduce((sum, count) => sum + count, 0);
        if (total > limits.maxRootFields) refuse(`More than ${limits.maxRootFields} fields at the root.`);
      },
      SelectionSet(node) {
        const most = Math.max(0, ...countNames(context, node).values());
        if (most > limits.maxRepeats)
          refuse(`A field is repeated more than ${limits.maxRepeats} times in one place.`);
      },
      Field({ alias }) {
        if (alias?.value.startsWith("__")) refuse("An alias may not begin with two underscores.");
      },
      VariableDefinition({ variable }) {
        if (variable.name.value.startsWith("__")) refuse("A variable may not begin with two underscores.");
      },
    };
  };
}

/** How often each response name is selected in one place, fragments written out. */
function countNames(context: ValidationContext, root: SelectionSetNode): Map<string, number> {
  const counts = new Map<string, number>();
  const pending: SelectionNode[] = [...root.selections];
  const spread = new Map<string, number>();
  for (let counted = 0; counted < MAX_COUNTED; counted += 1) {
    const selection = pending.pop();
    if (selection === undefined) break;
    if (selection.kind === Kind.FIELD) {
      const name = responseName(selection);
      counts.set(name, (counts.get(name) ?? 0) + 1);
    } else if (selection.kind === Kind.INLINE_FRAGMENT) pending.push(...selection.selectionSet.selections);
    else {
      const name = selection.name.value;
      const times = (spread.get(name) ?? 0) + 1;
      spread.set(name, times);
      // A fragment is written out once; each further spread of it counts as a repeat of its own.
      if (times === 1) pending.push(...(context.getFragment(name)?.selectionSet.selections ?? []));
      else counts.set(`...${name}`, times);
    }
  }
  return counts;
}
