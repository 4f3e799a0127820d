import type { Decisions, Inquiry } from "../authorizedOperation";
import type { FindExtendedAccess } from "./extendedAccess";
import type { LeftOut, PolicyDecision, PolicyQuestion, PolicyRequest } from "./policy";

/** What was found out, and at which root fields some of the people that a list names are left out. */
export interface DecidedPolicies extends Decisions {
  readonly leftOut: readonly (LeftOut & { readonly question: PolicyQuestion })[];
}

/** Decides everything that an operation leaves open, all at once, before it is planned. */
export async function decidePolicies(
  { questions, exceedsSteps }: Inquiry,
  request: PolicyRequest,
  findExtendedAccess: FindExtendedAccess,
): Promise<DecidedPolicies> {
  const [decisions, extendedAccess] = await Promise.all([
    Promise.all(questions.map(async question => ({ question, decision: await decide(question, request) }))),
    exceedsSteps ? findExtendedAccess(request) : false,
  ]);
  const answers = new Map(
    decisions.map(({ question, decision }) => [question.id, typeof decision === "string" ? decision : null]),
  );
  const leftOut = decisions.flatMap(({ question, decision }) =>
    decision === null || typeof decision === "string" ? [] : [{ ...decision, question }],
  );
  return { answers, extendedAccess, leftOut };
}

async function decide(question: PolicyQuestion, request: PolicyRequest): Promise<PolicyDecision> {
  const { policy } = question;
  // The registry leaves row policies to the subgraphs; one that came here all the same is not granted.
  return policy.decide === undefined ? "FORBIDDEN" : policy.decide(question, request);
}
