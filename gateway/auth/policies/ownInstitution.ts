import type { Policy } from "./policy";
import { toId, valuesAt } from "./valuesAt";

/**
 * With a path (`own_institution:input.carrier`): the argument there names the caller's own institution, in every
 * element if it lies in a list. Without one the subgraph leaves out the rows of others.
 */
export const ownInstitution: Policy = {
  name: "own_institution",
  onlyWithArgument: true,
  decide(question, { caller, variables }) {
    const path = question.argument?.split(".") ?? [];
    const named = valuesAt(question.readArguments(variables), path).map(toId);
    const isOwn = named.length > 0 && named.every(id => id !== null && id === caller.institution);
    return isOwn ? null : "FORBIDDEN";
  },
};
