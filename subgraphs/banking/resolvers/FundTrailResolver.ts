import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { RequiresScopes } from "../../shared/directives";
import { boundedFirst } from "../../shared/pagination";
import { DateTimeScalar } from "../../shared/types/scalars";
import { isPoliceView } from "../../shared/view";
import type { BankingContext } from "../bankingContext";
import { boundedDepth, MAX_TRAIL, MAX_TRAIL_DEPTH } from "../input/limits";
import type { FoundTrail } from "../search/fundTrailSearch";
import type { AccountRow } from "../store/accountStore";
import { Account } from "../types/Account";
import { TrailDirection } from "../types/enums";
import { FundTrail } from "../types/FundTrail";

/** Where an account's money went or came from. */
@Resolver(() => Account)
export class FundTrailResolver {
  @RequiresScopes(["transfer:read"])
  @FieldResolver(() => FundTrail, {
    nullable: true,
    description:
      "Follow the money: hops out of this account, breadth first, depth 1 to 5, fan-out capped. `from` and `to` hold for every hop; whether money came in before it went out is for the reader to see.",
  })
  async fundTrail(
    @Root() { id }: AccountRow,
    @Arg("direction", () => TrailDirection, { defaultValue: TrailDirection.OUT }) direction: TrailDirection,
    @Arg("from", () => DateTimeScalar, { nullable: true }) from: Date | null | undefined,
    @Arg("to", () => DateTimeScalar, { nullable: true }) to: Date | null | undefined,
    @Arg("depth", () => Int, { defaultValue: 3 }) depth: number,
    @Arg("first", () => Int, { defaultValue: 200 }) first: number,
    @Ctx() { claims, loaders }: BankingContext,
  ): Promise<FoundTrail | null> {
    if (!isPoliceView(claims.view)) return null;
    const question = {
      direction,
      from: from ?? null,
      to: to ?? null,
      depth: boundedDepth(depth, MAX_TRAIL_DEPTH),
      first: boundedFirst(first, MAX_TRAIL),
    };
    return loaders.fundTrail(question).load(id);
  }
}
