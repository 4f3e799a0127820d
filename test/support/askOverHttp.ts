import type { FormattedExecutionResult } from "graphql";
import type { Purpose } from "../../schema/contract/claims";

/** What one asks of a test hub. */
export interface Question {
  /** A demo user: `investigator`, `bank-risk`, … */
  readonly as: string;
  readonly purpose?: Purpose;
  readonly reference?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** Its data is loosely typed: each test says what it expects of it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- see above
export type Answer = FormattedExecutionResult<Record<string, any>, Record<string, any>>;

/** Asks a gateway as a client would. */
export async function askOverHttp(
  gateway: string,
  token: string,
  query: string,
  { purpose, reference, variables }: Question,
): Promise<Answer> {
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
  return (await response.json()) as Answer;
}
