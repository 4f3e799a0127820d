import type { FormattedExecutionResult } from "graphql";
import type { Purpose } from "../../schema/contract/claims";

/** What for, and with which variables, a question is asked. */
export interface HubQuestion {
  readonly purpose?: Purpose;
  readonly reference?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** Asks a gateway over HTTP, as any client would. */
export async function askHub(
  gateway: string,
  token: string,
  query: string,
  { purpose, reference, variables }: HubQuestion,
): Promise<FormattedExecutionResult> {
  const response = await fetch(`${gateway}/graphql`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${token}`,
      "content-type": "application/json",
      ...(purpose === undefined ? {} : { "duanka-purpose": purpose }),
      ...(reference === undefined ? {} : { "duanka-reference": reference }),
    },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as FormattedExecutionResult;
}
