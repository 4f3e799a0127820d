import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { Policy, RequiresScopes } from "../../shared/directives";
import { markInvolved } from "../commands/markInvolved";
import { runPoliceTransaction } from "../commands/policeTransaction";
import { recogniseInvolvement } from "../commands/recogniseInvolvement";
import { withdrawInvolvement } from "../commands/withdrawInvolvement";
import type { PoliceContext } from "../policeContext";
import { Involvement } from "../types/Involvement";
import { MarkInvolvedInput } from "../types/MarkInvolvedInput";
import { RecogniseInvolvementInput } from "../types/RecogniseInvolvementInput";
import { WithdrawInvolvementInput } from "../types/WithdrawInvolvementInput";

/** What belongs to a case: leads, and what organs recognise of them. */
@Resolver()
export class InvolvementMutations {
  @RequiresScopes(["case:write"])
  @Policy(["case_assigned"])
  @Mutation(() => Involvement, {
    description:
      "Records a lead: a person, line or account that seems to belong to the case. Restricts nothing.",
  })
  markInvolved(
    @Arg("input", () => MarkInvolvedInput) input: MarkInvolvedInput,
    @Ctx() context: PoliceContext,
  ): Promise<Involvement> {
    return runPoliceTransaction(context, transaction => markInvolved(input, transaction));
  }

  @RequiresScopes(["sanction:write"])
  @Mutation(() => Involvement, {
    description:
      "An organ of a districted city or above recognises a lead; for an account, the holder's other accounts follow (spread). Only this restricts anything (N16-5).",
  })
  recogniseInvolvement(
    @Arg("input", () => RecogniseInvolvementInput) input: RecogniseInvolvementInput,
    @Ctx() context: PoliceContext,
  ): Promise<Involvement> {
    return runPoliceTransaction(context, transaction => recogniseInvolvement(input, transaction));
  }

  @RequiresScopes(["case:write"])
  @Policy(["case_assigned"])
  @Mutation(() => Involvement)
  withdrawInvolvement(
    @Arg("input", () => WithdrawInvolvementInput) input: WithdrawInvolvementInput,
    @Ctx() context: PoliceContext,
  ): Promise<Involvement> {
    return runPoliceTransaction(context, transaction => withdrawInvolvement(input, transaction));
  }
}
