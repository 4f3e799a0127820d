import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import { Policy, RequiresScopes } from "../../shared/directives";
import { boundedFirst, toPage } from "../../shared/pagination";
import { readSequenceCursor } from "../cursors";
import { MAX_FIRST } from "../limits";
import { isNobody } from "../nobody";
import { figuresOf, lineRowsOf } from "../rowFilter";
import type { ChangeRow } from "../store/changeStore";
import type { FlagRow } from "../store/flagStore";
import type { LineRow } from "../store/lineRow";
import type { OrderRow } from "../store/orderStore";
import type { RectificationRow } from "../store/rectificationStore";
import type { TelecomContext } from "../telecomContext";
import { AbnormalFlag } from "../types/AbnormalFlag";
import { LineOrder } from "../types/LineOrder";
import { PhoneLine } from "../types/PhoneLine";
import { Rectification } from "../types/Rectification";
import { Subject } from "../types/Subject";
import { TelecomChange } from "../types/TelecomChange";
import { TelecomChangeConnection } from "../types/TelecomChangeConnection";

/** The feed of the caller's audience, which has the same name as the view. */
@Resolver(() => TelecomChange)
export class TelecomChangeResolver {
  @RequiresScopes(["feed:read"])
  @Policy(["own_institution"])
  @Query(() => TelecomChangeConnection, { nullable: true })
  async telecomChanges(
    @Arg("after", () => String, { nullable: true }) after: string | null,
    @Arg("first", () => Int, { defaultValue: 100 }) first: number,
    @Ctx() { claims, stores }: TelecomContext,
  ): Promise<TelecomChangeConnection | null> {
    if (figuresOf(claims.view) === null) return null;
    const size = boundedFirst(first, MAX_FIRST);
    const place = readSequenceCursor(after);
    const rows = await stores.changes.changesAfter(claims.view, place, size + 1);
    const { nodes, pageInfo } = toPage(rows, size, row => [row.sequence]);
    return {
      nodes: nodes.map(row => ({ ...row, sequence: String(row.sequence) })),
      // At the end of the feed the reader keeps its place, to go on from there.
      pageInfo: { hasNextPage: pageInfo.hasNextPage, endCursor: pageInfo.endCursor ?? after ?? null },
    };
  }

  @FieldResolver(() => Subject, { nullable: true })
  subject(@Root() { subjectId }: ChangeRow, @Ctx() { claims }: TelecomContext): Subject | null {
    const isHidden = subjectId === null || isNobody(subjectId) || lineRowsOf(claims.view) === null;
    return isHidden ? null : { id: subjectId };
  }

  @FieldResolver(() => PhoneLine, { nullable: true })
  async line(@Root() { lineId }: ChangeRow, @Ctx() { loaders }: TelecomContext): Promise<LineRow | null> {
    return lineId === null ? null : loaders.lineById.load(lineId);
  }

  @FieldResolver(() => AbnormalFlag, { nullable: true })
  async flag(@Root() { flagId }: ChangeRow, @Ctx() { loaders }: TelecomContext): Promise<FlagRow | null> {
    return flagId === null ? null : loaders.flagById.load(flagId);
  }

  @FieldResolver(() => LineOrder, { nullable: true })
  async order(@Root() { orderId }: ChangeRow, @Ctx() { loaders }: TelecomContext): Promise<OrderRow | null> {
    return orderId === null ? null : loaders.orderById.load(orderId);
  }

  @FieldResolver(() => Rectification, { nullable: true })
  async rectification(
    @Root() { rectificationId }: ChangeRow,
    @Ctx() { loaders }: TelecomContext,
  ): Promise<RectificationRow | null> {
    return rectificationId === null ? null : loaders.rectificationById.load(rectificationId);
  }
}
