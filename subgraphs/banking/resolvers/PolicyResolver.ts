import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import { Authenticated, Inaccessible, Shareable } from "../../shared/directives";
import type { BankingContext } from "../bankingContext";
import { judgePurpose } from "../judgePurpose";

/** Decides, for the gateway, whether an application, a customer or an order is a lawful purpose. */
@Resolver()
export class PolicyResolver {
  @Shareable()
  @Inaccessible()
  @Authenticated()
  @Query(() => [Boolean], {
    description:
      "Asked by the gateway before planning: account-opening applications (bound to the first person asked for, 24 h), customers, orders. One verdict for each subject; without subjects one for the reference itself.",
  })
  policyVerdict(
    @Arg("policy", () => String) policy: string,
    @Arg("purpose", () => String) purpose: string,
    @Arg("reference", () => String) reference: string,
    @Arg("subjectIds", () => [ID]) subjectIds: string[],
    @Ctx() context: BankingContext,
  ): Promise<boolean[]> {
    return judgePurpose({ policy, purpose, reference, subjectIds }, context);
  }
}
