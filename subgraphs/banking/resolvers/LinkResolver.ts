import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { RequiresScopes } from "../../shared/directives";
import { boundedFirst } from "../../shared/pagination";
import { isPoliceView } from "../../shared/view";
import type { BankingContext } from "../bankingContext";
import { choiceOf } from "../input/choiceOf";
import { boundedDepth, MAX_LINK_DEPTH, MAX_LINKS } from "../input/limits";
import { showLinks, type ShownLink } from "../search/showLinks";
import { AccountLinkConnection } from "../types/AccountLinkConnection";
import { LinkKind } from "../types/enums";
import { Subject } from "../types/Subject";

/** Accounts of others tied to a person. */
@Resolver(() => Subject)
export class LinkResolver {
  @RequiresScopes(["link:read"])
  @FieldResolver(() => AccountLinkConnection, {
    nullable: true,
    description:
      "Accounts of others tied to this person, each with the evidence path; depth 1 to 3, fan-out capped. Nearest first, then the strongest tie.",
  })
  async linkedAccounts(
    @Root() { id }: Subject,
    @Arg("depth", () => Int, { defaultValue: 1 }) depth: number,
    @Arg("first", () => Int, { defaultValue: 50 }) first: number,
    @Arg("via", () => [LinkKind], { nullable: true }) via: LinkKind[] | null | undefined,
    @Ctx() context: BankingContext,
  ): Promise<{ nodes: ShownLink[]; truncated: boolean } | null> {
    if (!isPoliceView(context.claims.view)) return null;
    const size = boundedFirst(first, MAX_LINKS);
    const kinds = choiceOf(via) ?? Object.values(LinkKind);
    const question = { depth: boundedDepth(depth, MAX_LINK_DEPTH), via: kinds };
    const found = await context.loaders.linkSearch(question).load(id);
    return found === null ? null : showLinks(found, size, context);
  }
}
