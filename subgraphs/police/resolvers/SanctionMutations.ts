import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { Policy, RequiresScopes } from "../../shared/directives";
import { imposeTelecomMeasures } from "../commands/imposeTelecomMeasures";
import { liftSanction } from "../commands/liftSanction";
import { runCallerTransaction, runPoliceTransaction } from "../commands/policeTransaction";
import { recogniseSanction } from "../commands/recogniseSanction";
import { serveSanction } from "../commands/serveSanction";
import type { PoliceContext } from "../policeContext";
import { ImposeTelecomMeasuresInput } from "../types/ImposeTelecomMeasuresInput";
import { LiftSanctionInput } from "../types/LiftSanctionInput";
import { RecogniseSanctionInput } from "../types/RecogniseSanctionInput";
import { Sanction } from "../types/Sanction";
import { ServeSanctionInput } from "../types/ServeSanctionInput";

/** The life of a sanction: recognised, served, lifted, and what the telecom regulator adds. */
@Resolver()
export class SanctionMutations {
  @RequiresScopes(["sanction:write"])
  @Policy(["case_assigned"])
  @Mutation(() => Sanction, {
    description:
      "Only a public security organ of a districted city or above; a lower one is refused with AUTHORITY_TOO_LOW.",
  })
  recogniseSanction(
    @Arg("input", () => RecogniseSanctionInput) input: RecogniseSanctionInput,
    @Ctx() context: PoliceContext,
  ): Promise<Sanction> {
    return runPoliceTransaction(context, transaction => recogniseSanction(input, transaction));
  }

  @RequiresScopes(["sanction:write"])
  @Mutation(() => Sanction)
  serveSanction(
    @Arg("input", () => ServeSanctionInput) input: ServeSanctionInput,
    @Ctx() context: PoliceContext,
  ): Promise<Sanction> {
    return runPoliceTransaction(context, transaction => serveSanction(input, transaction));
  }

  @RequiresScopes(["sanction:write"])
  @Mutation(() => Sanction)
  liftSanction(
    @Arg("input", () => LiftSanctionInput) input: LiftSanctionInput,
    @Ctx() context: PoliceContext,
  ): Promise<Sanction> {
    return runPoliceTransaction(context, transaction => liftSanction(input, transaction));
  }

  @RequiresScopes(["telecom_measure:write"])
  @Mutation(() => Sanction, {
    description:
      "The telecom regulator's part, jointly with the police (N20-5): measures for a phone-card sanction, once recognised and handled.",
  })
  imposeTelecomMeasures(
    @Arg("input", () => ImposeTelecomMeasuresInput) input: ImposeTelecomMeasuresInput,
    @Ctx() context: PoliceContext,
  ): Promise<Sanction> {
    return runCallerTransaction(context, transaction => imposeTelecomMeasures(input, transaction));
  }
}
