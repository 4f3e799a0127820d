import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import { RequiresScopes } from "../../shared/directives";
import { boundedFirst } from "../../shared/pagination";
import { MAX_PAGE_SIZE } from "../input/pageSizes";
import type { PoliceContext } from "../policeContext";
import { regionRange } from "../rules/regionRange";
import { Subject } from "../types/Subject";
import { Visit } from "../types/Visit";

/** Visits to the holders of involved cards (N20-4). */
@Resolver(() => Visit)
export class VisitResolver {
  @RequiresScopes(["visit:write"])
  @Query(() => [Visit], {
    nullable: true,
    description:
      "Visits still to be made or signed in a region and all it encloses, the longest planned first.",
  })
  visitPlan(
    @Arg("region", () => String) region: string,
    @Arg("first", () => Int, { defaultValue: 50 }) first: number,
    @Ctx() { stores }: PoliceContext,
  ): Promise<Visit[]> {
    return stores.visits.listPlanned(regionRange(region), boundedFirst(first, MAX_PAGE_SIZE));
  }

  @FieldResolver(() => Subject)
  subject(@Root() { subjectId }: Visit): Subject {
    return { id: subjectId };
  }
}
