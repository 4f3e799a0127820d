import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import { Policy, RequiresScopes } from "../../shared/directives";
import { boundedFirst, toPage } from "../../shared/pagination";
import { decodeMomentCursor } from "../input/decodeMomentCursor";
import { MAX_PAGE_SIZE } from "../input/pageSizes";
import type { PoliceContext } from "../policeContext";
import { Case } from "../types/Case";
import { IndicatorStatus } from "../types/enums";
import { Indicator } from "../types/Indicator";
import { IndicatorConnection } from "../types/IndicatorConnection";

/** What is to be blocked or shut (N16-4, N16-6). */
@Resolver(() => Indicator)
export class IndicatorResolver {
  @RequiresScopes(["indicator:read"])
  @Query(() => IndicatorConnection, {
    nullable: true,
    description:
      "Number-changing software, false information, trojans, sites, accounts and illegal VoIP to be blocked or shut.",
  })
  async indicators(
    @Arg("status", () => IndicatorStatus, { nullable: true }) status: IndicatorStatus | null | undefined,
    @Arg("first", () => Int, { defaultValue: 50 }) first: number,
    @Arg("after", () => String, { nullable: true }) after: string | null | undefined,
    @Ctx() { stores }: PoliceContext,
  ): Promise<IndicatorConnection> {
    const limit = boundedFirst(first, MAX_PAGE_SIZE);
    const query = { status: status ?? null, after: decodeMomentCursor(after), limit: limit + 1 };
    return toPage(await stores.indicators.listIndicators(query), limit, row => [
      row.recordedAt.getTime(),
      row.id,
    ]);
  }

  @RequiresScopes(["case:read"])
  @Policy(["case_assigned"])
  @FieldResolver(() => Case, { nullable: true })
  case(@Root() { caseNumber }: Indicator, @Ctx() { loaders }: PoliceContext): Promise<Case | null> | null {
    return caseNumber === null ? null : loaders.assignedCase.load(caseNumber);
  }
}
