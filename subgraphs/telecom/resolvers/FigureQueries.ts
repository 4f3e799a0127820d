import { Arg, Args, Ctx, Int, Query, Resolver } from "type-graphql";
import { chinaDay } from "../../../schema/contract/calendar";
import { HubError } from "../../../schema/contract/errors";
import { decisionDay } from "../../shared/decisionDay";
import { RequiresScopes } from "../../shared/directives";
import { boundedFirst } from "../../shared/pagination";
import { CalendarDateScalar } from "../../shared/types/scalars";
import { MAX_FIRST } from "../limits";
import { unlistedCarrier } from "../otherCarriers";
import { figuresOf } from "../rowFilter";
import { isDeadlineMet, realNameRate } from "../rules/realNameRate";
import type { RectificationRow } from "../store/rectificationStore";
import type { TelecomContext } from "../telecomContext";
import { RectificationStatus } from "../types/enums";
import { LineAccountability } from "../types/LineAccountability";
import { LineAccountabilityArgs } from "../types/LineAccountabilityArgs";
import { RealNameRate } from "../types/RealNameRate";
import { Rectification } from "../types/Rectification";

/** Six digits of GB/T 2260; retired codes are codes too. */
const DIVISION_CODE = /^\d{6}$/;

/** Figures and records of carriers: a carrier's own, all of them for the regulator and the police. */
@Resolver()
export class FigureQueries {
  @RequiresScopes(["accountability:read"])
  @Query(() => [LineAccountability], {
    nullable: true,
    description: "Who opens the card is responsible: involvement by opening outlet or agent.",
  })
  async lineAccountability(
    @Args() { by, carrier, region, from, to, first, after }: LineAccountabilityArgs,
    @Ctx() { claims, stores }: TelecomContext,
  ): Promise<LineAccountability[] | null> {
    const filter = figuresOf(claims.view);
    if (filter === null) return null;
    if (typeof region === "string" && !DIVISION_CODE.test(region)) {
      throw new HubError("BAD_INPUT", "`region` is a division code of six digits, such as 990100.");
    }
    const page = {
      by,
      carrier: carrier ?? null,
      region: region ?? null,
      from: from ?? null,
      to: to ?? null,
      limit: boundedFirst(first, MAX_FIRST),
      after: after ?? null,
    };
    return stores.accountability.ranking(page, filter);
  }

  @RequiresScopes(["accountability:read"])
  @Query(() => [RealNameRate], { nullable: true })
  async realNameRates(
    @Arg("on", () => CalendarDateScalar, { nullable: true }) on: string | null,
    @Ctx() { claims, stores, loaders, clock }: TelecomContext,
  ): Promise<RealNameRate[] | null> {
    const filter = figuresOf(claims.view);
    if (filter === null) return null;
    const day = decisionDay(on, chinaDay(clock()));
    const counts = await stores.figures.realNameCounts(day, filter);
    return Promise.all(
      counts.map(async ({ carrier, registered, total }) => ({
        carrier: (await loaders.institutionByCode(carrier)) ?? unlistedCarrier(carrier),
        registered,
        total,
        rate: realNameRate(registered, total),
        deadlineMet: isDeadlineMet(registered, total, day),
      })),
    );
  }

  @RequiresScopes(["accountability:read"])
  @Query(() => [Rectification], { nullable: true })
  async rectifications(
    @Arg("status", () => RectificationStatus, { nullable: true }) status: RectificationStatus | null,
    @Arg("first", () => Int, { defaultValue: 50 }) first: number,
    @Ctx() { claims, stores, clock }: TelecomContext,
  ): Promise<RectificationRow[] | null> {
    const filter = figuresOf(claims.view);
    if (filter === null) return null;
    const choice = { status: status ?? null, limit: boundedFirst(first, MAX_FIRST) };
    return stores.rectifications.rectifications(choice, chinaDay(clock()), filter);
  }
}
