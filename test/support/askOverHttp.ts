import type { FormattedExecutionResult } from "graphql";
import { askHub, type HubQuestion } from "../../scripts/hub/askHub";

/** What one asks of a test hub. */
export interface Question extends HubQuestion {
  /** A demo user: `investigator`, `bank-risk`, … */
  readonly as: string;
}

/** Its data is loosely typed: each test says what it expects of it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- see above
export type Answer = FormattedExecutionResult<Record<string, any>, Record<string, any>>;

/** Asks a gateway as a client would. */
export async function askOverHttp(
  gateway: string,
  token: string,
  query: string,
  question: Question,
): Promise<Answer> {
  return (await askHub(gateway, token, query, question)) as Answer;
}
