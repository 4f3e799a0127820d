import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { RequiresScopes } from "../../shared/directives";
import { isPoliceView } from "../../shared/view";
import { unlistedCarrier } from "../otherCarriers";
import { writePairKey } from "../pairKey";
import { carrierOfView } from "../rowFilter";
import type { FlagRow } from "../store/flagStore";
import type { LineRow } from "../store/lineRow";
import type { OrderRow } from "../store/orderStore";
import type { TelecomContext } from "../telecomContext";
import { AbnormalFlag } from "../types/AbnormalFlag";
import { Institution } from "../types/Institution";
import { LineOrder } from "../types/LineOrder";
import { PhoneLine } from "../types/PhoneLine";
import { unseenLine } from "../unseenLine";

/** What a flag leads to. */
@Resolver(() => AbnormalFlag)
export class AbnormalFlagResolver {
  @FieldResolver(() => PhoneLine)
  async line(@Root() { lineId }: FlagRow, @Ctx() { loaders }: TelecomContext): Promise<LineRow> {
    return (await loaders.lineById.load(lineId)) ?? unseenLine(lineId);
  }

  @FieldResolver(() => Institution)
  async reportedBy(@Root() { carrier }: FlagRow, @Ctx() { loaders }: TelecomContext): Promise<Institution> {
    return (await loaders.institutionByCode(carrier)) ?? unlistedCarrier(carrier);
  }

  // Officers are named to those who work with them, not to the person they look into.
  @FieldResolver(() => String, { nullable: true })
  verifiedBy(@Root() { verifiedBy }: FlagRow, @Ctx() { claims }: TelecomContext): string | null {
    return isPoliceView(claims.view) || carrierOfView(claims.view) !== null ? verifiedBy : null;
  }

  @RequiresScopes(["line:read"])
  @FieldResolver(() => LineOrder, { nullable: true })
  async order(
    @Root() { subjectId, id }: FlagRow,
    @Ctx() { loaders }: TelecomContext,
  ): Promise<OrderRow | null> {
    const [newest] = await loaders.ordersByCause.load(writePairKey(subjectId, id));
    return newest ?? null;
  }
}
