import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import { Authenticated, Inaccessible, Shareable } from "../../shared/directives";
import { policyVerdict } from "../policyVerdict";
import type { TelecomContext } from "../telecomContext";

/** The gateway's question before it plans an operation. */
@Resolver()
export class PolicyVerdictQuery {
  @Shareable()
  @Inaccessible()
  @Authenticated()
  @Query(() => [Boolean], {
    description:
      "Asked by the gateway before planning: line-opening applications (bound to the first person asked for, 24 h), customers, orders.",
  })
  async policyVerdict(
    @Arg("policy", () => String) policy: string,
    @Arg("purpose", () => String) purpose: string,
    @Arg("reference", () => String) reference: string,
    @Arg("subjectIds", () => [ID]) subjectIds: string[],
    @Ctx() context: TelecomContext,
  ): Promise<boolean[]> {
    return [...(await policyVerdict({ policy, purpose, reference, subjectIds }, context))];
  }
}
