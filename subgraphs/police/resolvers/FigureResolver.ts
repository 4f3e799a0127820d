import { Arg, Ctx, Query, Resolver } from "type-graphql";
import { HubError } from "../../../schema/contract/errors";
import { RequiresScopes } from "../../shared/directives";
import { CalendarDateScalar } from "../../shared/types/scalars";
import type { PoliceContext } from "../policeContext";
import { FigureKey } from "../types/enums";
import { sectorsCountedFor } from "../rules/sectorsCountedFor";
import { SanctionFigure } from "../types/SanctionFigure";

/** Figures on sanctions: counts and medians, no person. */
@Resolver(() => SanctionFigure)
export class FigureResolver {
  @RequiresScopes(["accountability:read"])
  @Query(() => [SanctionFigure], {
    nullable: true,
    description:
      "Sanctions recognised from one day to another, both included, and what has become of them since: to a regulator those with measures in its sector, to institutions none.",
  })
  async sanctionFigures(
    @Arg("from", () => CalendarDateScalar) from: string,
    @Arg("to", () => CalendarDateScalar) to: string,
    @Arg("by", () => FigureKey) by: FigureKey,
    @Ctx() { stores, claims }: PoliceContext,
  ): Promise<SanctionFigure[] | null> {
    if (to < from) throw new HubError("BAD_INPUT", "`to` lies before `from`.");
    const sectors = sectorsCountedFor(claims.view);
    return sectors === null ? null : stores.figures.sanctionFigures(from, to, by, sectors);
  }
}
