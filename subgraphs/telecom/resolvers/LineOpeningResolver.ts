import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { chinaDay } from "../../../schema/contract/calendar";
import { decisionDay } from "../../shared/decisionDay";
import { Policy, Requires, RequiresScopes } from "../../shared/directives";
import { CalendarDateScalar } from "../../shared/types/scalars";
import { checkLineOpening } from "../lineOpening";
import { unlistedCarrier } from "../otherCarriers";
import { carrierOfView } from "../rowFilter";
import { noteAbout } from "../../shared/about";
import { showDecision } from "../../shared/showDecision";
import type { TelecomContext } from "../telecomContext";
import { LineKind } from "../types/enums";
import { OpeningDecision } from "../types/OpeningDecision";
import { Subject } from "../types/Subject";

/** The check before a carrier opens a line. */
@Resolver(() => Subject)
export class LineOpeningResolver {
  @Requires("measureHistory { kind sector startsOn endsOn liftedAt recordedAt sanctionId article }")
  @RequiresScopes(["opening:check", "sanction:check"], ["opening:check", "sanction:read"])
  @Policy(["own_institution:carrier"])
  @FieldResolver(() => OpeningDecision, {
    nullable: true,
    description:
      "May this carrier open one more line of this kind, on this day? Uses the measures recorded against the person, asked live of the police subgraph.",
  })
  async lineOpening(
    @Root() subject: Subject,
    @Arg("carrier", () => ID) carrier: string,
    @Arg("kind", () => LineKind) kind: LineKind,
    @Arg("on", () => CalendarDateScalar, { nullable: true }) on: string | null,
    @Ctx() context: TelecomContext,
  ): Promise<OpeningDecision | null> {
    if (carrierOfView(context.claims.view) !== carrier) return null;
    const day = decisionDay(on, chinaDay(context.clock()));
    return checkLineOpening(subject, { carrier, kind, on: day }, context);
  }

  @RequiresScopes(["opening:check"])
  @Policy(["own_institution"])
  @Query(() => OpeningDecision, {
    nullable: true,
    description: "A decision that the caller's own carrier was given, as it was given, by its id.",
  })
  async lineOpeningDecision(
    @Arg("id", () => ID) id: string,
    @Ctx() context: TelecomContext,
  ): Promise<OpeningDecision | null> {
    const { claims, loaders, stores } = context;
    const carrier = carrierOfView(claims.view);
    const filed = carrier === null ? null : await stores.decisions.findDecision(id, carrier);
    if (filed === null) return null;
    noteAbout(context, [filed.subjectId]);
    const institution = await loaders.institutionByCode(filed.carrier);
    return showDecision(filed, institution ?? unlistedCarrier(filed.carrier));
  }
}
