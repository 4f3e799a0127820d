import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import { RequiresScopes } from "../../shared/directives";
import { boundedFirst } from "../../shared/pagination";
import { MAX_PAGE_SIZE } from "../input/pageSizes";
import type { PoliceContext } from "../policeContext";
import { regionRange } from "../rules/regionRange";
import { Institution } from "../types/Institution";
import { PatrolTarget } from "../types/PatrolTarget";
import { requireRow } from "./requireRow";

/** Outlets to be patrolled (N20-4). */
@Resolver(() => PatrolTarget)
export class PatrolTargetResolver {
  @RequiresScopes(["visit:write"])
  @Query(() => [PatrolTarget], {
    nullable: true,
    description: "Most involved cards and lines first; among equals the outlet not patrolled for longest.",
  })
  patrolRanking(
    @Arg("region", () => String) region: string,
    @Arg("first", () => Int, { defaultValue: 50 }) first: number,
    @Ctx() { stores }: PoliceContext,
  ): Promise<PatrolTarget[]> {
    return stores.patrols.rankPatrols(regionRange(region), boundedFirst(first, MAX_PAGE_SIZE));
  }

  @FieldResolver(() => Institution)
  institution(
    @Root() { institutionCode }: PatrolTarget,
    @Ctx() { loaders }: PoliceContext,
  ): Promise<Institution> {
    return requireRow(loaders.institution.load(institutionCode), `institution ${institutionCode}`);
  }
}
