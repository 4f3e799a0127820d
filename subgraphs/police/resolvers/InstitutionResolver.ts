import { Arg, Ctx, ID, Int, Query, Resolver } from "type-graphql";
import { Authenticated, RequiresScopes } from "../../shared/directives";
import { boundedFirst } from "../../shared/pagination";
import { Sector } from "../../shared/types/enums";
import { MAX_PAGE_SIZE } from "../input/pageSizes";
import type { PoliceContext } from "../policeContext";
import { regionRange } from "../rules/regionRange";
import { Institution } from "../types/Institution";

/** Banks, payment institutions and carriers by code. */
@Resolver(() => Institution)
export class InstitutionResolver {
  @RequiresScopes(["accountability:read"])
  @Query(() => Institution, { nullable: true })
  institution(
    @Arg("code", () => ID) code: string,
    @Ctx() { loaders }: PoliceContext,
  ): Promise<Institution | null> {
    return loaders.institution.load(code);
  }

  @Authenticated()
  @Query(() => [Institution], { description: "By code; page on with the last code as `after`." })
  institutions(
    @Arg("sector", () => Sector, { nullable: true }) sector: Sector | null | undefined,
    @Arg("region", () => String, { nullable: true }) region: string | null | undefined,
    @Arg("first", () => Int, { defaultValue: 100 }) first: number,
    @Arg("after", () => String, { nullable: true }) after: string | null | undefined,
    @Ctx() { stores }: PoliceContext,
  ): Promise<Institution[]> {
    return stores.register.listInstitutions({
      sector: sector ?? null,
      range: region === null || region === undefined ? null : regionRange(region),
      afterCode: after ?? null,
      limit: boundedFirst(first, MAX_PAGE_SIZE),
    });
  }
}
