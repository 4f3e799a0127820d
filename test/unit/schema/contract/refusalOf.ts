import { HubError } from "../../../../schema/contract/errors";

/** The HubError with which something refuses; fails when it does not refuse, or fails in another way. */
export function refusalOf(attempt: () => unknown): HubError {
  let result: unknown;
  try {
    result = attempt();
  } catch (error) {
    if (error instanceof HubError) return error;
    throw error;
  }
  throw new Error(`expected a refusal and got ${JSON.stringify(result)}`);
}
