import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { BankingContext } from "../bankingContext";
import { showEvidence } from "../search/showEvidence";
import type { ShownLink } from "../search/showLinks";
import { AccountLink } from "../types/AccountLink";
import { LinkEvidence } from "../types/LinkEvidence";

/** Why an account of somebody else is linked. */
@Resolver(() => AccountLink)
export class AccountLinkResolver {
  @FieldResolver(() => [LinkEvidence], {
    description: "From the person asked about to the account, step by step.",
  })
  evidence(@Root() { path }: ShownLink, @Ctx() context: BankingContext): Promise<LinkEvidence[]> {
    return Promise.all(path.map(source => showEvidence(source, context)));
  }
}
