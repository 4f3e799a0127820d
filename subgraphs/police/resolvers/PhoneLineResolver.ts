import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { RequiresScopes } from "../../shared/directives";
import type { PoliceContext } from "../policeContext";
import { Involvement } from "../types/Involvement";
import { PhoneLine } from "../types/PhoneLine";

/** What the police hold on a line. */
@Resolver(() => PhoneLine)
export class PhoneLineResolver {
  @RequiresScopes(["case:read"])
  @FieldResolver(() => [Involvement], { nullable: true, description: "Cases in which this number was used." })
  lineInvolvements(@Root() { number }: PhoneLine, @Ctx() { loaders }: PoliceContext): Promise<Involvement[]> {
    return loaders.involvementsByLineNumber.load(number);
  }
}
