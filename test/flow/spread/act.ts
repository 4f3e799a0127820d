import { setTimeout as sleep } from "node:timers/promises";
import type { Officer } from "../../support/ownIssuers";
import type { Stage } from "./stage";

/** Does something once; `isDone` looks whether it was done where no answer came. */
export type Act = (
  officer: Officer,
  field: string,
  input: Record<string, unknown>,
  isDone?: () => Promise<boolean>,
) => Promise<void>;

const AGAIN_MS = 100;

/**
 * Acts on a hub of which parts may be away. Where no answer comes, nobody knows whether it was done: whoever asked looks
 * before they ask again, as an officer would. What can be sent twice needs no look.
 */
export function createAct(stage: Stage): Act {
  return async (officer, field, input, isDone = () => Promise.resolve(false)) => {
    for (;;) {
      const answer = await stage.askOnce(officer, mutationOf(field), { variables: { input } });
      if (answer?.errors !== undefined)
        throw new Error(`${field} was refused: ${JSON.stringify(answer.errors[0])}`);
      if (answer !== null) return requireAccepted(answer.data?.[field]);
      await sleep(AGAIN_MS);
      if (await isDone()) return;
    }
  };
}

/** A mutation of one input. */
export function mutationOf(field: string): string {
  const type = /^execute/.test(field) ? "ExecuteOrders" : field.charAt(0).toUpperCase() + field.slice(1);
  const selection = /^(execute|report)/.test(field) ? "rejected items { message }" : "__typename";
  return `mutation ($input: ${type}Input!) { ${field}(input: $input) { ${selection} } }`;
}

/** A report may be answered and yet have been taken in part only. */
function requireAccepted(done: { readonly rejected?: number; readonly items?: readonly object[] }): void {
  if (done.rejected !== undefined && done.rejected > 0)
    throw new Error(`items were rejected: ${JSON.stringify(done.items)}`);
}
