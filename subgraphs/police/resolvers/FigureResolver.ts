import { Arg, Ctx, Query, Resolver } from "type-graphql";
import { HubError } from "../../../schema/contract/errors";
import { RequiresScopes } from "../../shared/directives";
import { CalendarDateScalar } from "../../shared/types/scalars";
import type { PoliceContext } from "../policeContext";
import { FigureKey } from "../types/enums";
import { SanctionFigure } from "../types/SanctionFigure";

/** Figures on sanctions: counts and medians, no person. */
@Resolver(() => SanctionFigure)
export class FigureResolver {
  @RequiresScopes(["accountability:read"])
  @Query(() => [SanctionFigure], {
    nullable: true,
    description:
      "Sanctions recognised from one day to another, both included, and what has become of them since.",
  })
  sanctionFigures(
    @Arg("from", () => CalendarDateScalar) from: string,
    @Arg("to", () => CalendarDateScalar) to: string,
    @Arg("by", () => FigureKey) by: FigureKey,
    @Ctx() { stores }: PoliceContext,
  ): Promise<SanctionFigure[]> {
    if (to < from) throw new HubError("BAD_INPUT", "`to` lies before `from`.");
    return stores.figures.sanctionFigures(from, to, by);
  }
}
