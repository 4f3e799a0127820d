import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { LineRow } from "../store/lineRow";
import type { OrderRow } from "../store/orderStore";
import type { TelecomContext } from "../telecomContext";
import { LineOrder } from "../types/LineOrder";
import { PhoneLine } from "../types/PhoneLine";
import { unseenLine } from "../unseenLine";

/** What an order is about. */
@Resolver(() => LineOrder)
export class LineOrderResolver {
  @FieldResolver(() => PhoneLine)
  async line(@Root() { lineId }: OrderRow, @Ctx() { loaders }: TelecomContext): Promise<LineRow> {
    return (await loaders.lineById.load(lineId)) ?? unseenLine(lineId);
  }
}
