import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { RequiresScopes } from "../../shared/directives";
import type { PoliceContext } from "../policeContext";
import { Account } from "../types/Account";
import { Involvement } from "../types/Involvement";

/** What the police hold on an account. */
@Resolver(() => Account)
export class AccountResolver {
  @RequiresScopes(["case:read"])
  @FieldResolver(() => [Involvement], { nullable: true })
  accountInvolvements(@Root() { id }: Account, @Ctx() { loaders }: PoliceContext): Promise<Involvement[]> {
    return loaders.involvementsByAccount.load(id);
  }
}
