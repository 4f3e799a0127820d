import type { Decisions, Inquiry } from "../authorizedOperation";
import type { FindExtendedAccess } from "./extendedAccess";
import type { DenialCode, PolicyQuestion, PolicyRequest } from "./policy";

/** Decides everything that an operation leaves open, all at once, before it is planned. */
export async function decidePolicies(
  { questions, exceedsSteps }: Inquiry,
  request: PolicyRequest,
  findExtendedAccess: FindExtendedAccess,
): Promise<Decisions> {
  const [codes, extendedAccess] = await Promise.all([
    Promise.all(questions.map(question => decide(question, request))),
    exceedsSteps ? findExtendedAccess(request) : false,
  ]);
  const answers = new Map(questions.map((question, index) => [question.id, codes[index] ?? null]));
  return { answers, extendedAccess };
}

async function decide(question: PolicyQuestion, request: PolicyRequest): Promise<DenialCode | null> {
  const { policy } = question;
  // The registry leaves row policies to the subgraphs; one that came here all the same is not granted.
  return policy.decide === undefined ? "FORBIDDEN" : policy.decide(question, request);
}
