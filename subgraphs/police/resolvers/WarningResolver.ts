import { Arg, Ctx, Int, Query, Resolver } from "type-graphql";
import { RequiresScopes } from "../../shared/directives";
import { boundedFirst } from "../../shared/pagination";
import { MAX_PAGE_SIZE } from "../input/pageSizes";
import type { PoliceContext } from "../policeContext";
import { enclosingRegions, regionRange } from "../rules/regionRange";
import { Warning } from "../types/Warning";

/** Public warnings (N16-8). */
@Resolver(() => Warning)
export class WarningResolver {
  @RequiresScopes(["warning:read"])
  @Query(() => [Warning], { nullable: true, description: "Public warnings, newest first." })
  warnings(
    @Arg("region", () => String, { nullable: true }) region: string | null | undefined,
    @Arg("first", () => Int, { defaultValue: 20 }) first: number,
    @Ctx() { stores }: PoliceContext,
  ): Promise<Warning[]> {
    const scope =
      region === null || region === undefined
        ? null
        : { enclosing: enclosingRegions(region), ...regionRange(region) };
    return stores.warnings.listWarnings(scope, boundedFirst(first, MAX_PAGE_SIZE));
  }
}
