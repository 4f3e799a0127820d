import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { RequiresScopes } from "../../shared/directives";
import { figuresOf } from "../rowFilter";
import type { TelecomContext } from "../telecomContext";
import { Institution } from "../types/Institution";
import { InstitutionLineRecord } from "../types/InstitutionLineRecord";
import type { LineRecordOf } from "./InstitutionLineRecordResolver";

/** A carrier's record: its own, or all carriers' for the regulator and the police. */
@Resolver(() => Institution)
export class InstitutionResolver {
  @RequiresScopes(["accountability:read"])
  @FieldResolver(() => InstitutionLineRecord, {
    nullable: true,
    description:
      "How this institution has done by its duties on lines: overdue orders, time to restore, involvement, breaches.",
  })
  async lineRecord(
    @Root() { code }: Institution,
    @Ctx() { loaders, claims }: TelecomContext,
  ): Promise<LineRecordOf | null> {
    const figures = figuresOf(claims.view);
    const isOthers = figures === null || (figures.institution !== null && figures.institution !== code);
    if (isOthers || (await loaders.institutionByCode(code)) === null) return null;
    const [orders, lines, rectifications] = await Promise.all([
      loaders.orderRecordByCarrier.load(code),
      loaders.involvedByCarrier.load(code),
      loaders.openRectificationsByCarrier.load(code),
    ]);
    return {
      institution: code,
      overdueOrders: orders?.overdue ?? 0,
      medianHoursToExecute: orders?.medianHoursToExecute ?? null,
      medianHoursToRestore: orders?.medianHoursToRestore ?? null,
      involvedPerTenThousand: lines?.involved ?? 0,
      openRectifications: rectifications?.open ?? 0,
    };
  }
}
