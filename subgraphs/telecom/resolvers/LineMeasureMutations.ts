import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { noteAbout } from "../../shared/about";
import { Policy, RequiresScopes } from "../../shared/directives";
import { blacklistLineHolder } from "../commands/blacklistLineHolder";
import { closeRectification } from "../commands/closeRectification";
import { disputeLine } from "../commands/disputeLine";
import { liftBlacklistEntry } from "../commands/liftBlacklistEntry";
import { orderRectification } from "../commands/orderRectification";
import { runTelecomTransaction } from "../commands/telecomTransaction";
import type { BlacklistRow } from "../store/blacklistStore";
import type { OrderRow } from "../store/orderStore";
import type { RectificationRow } from "../store/rectificationStore";
import type { TelecomContext } from "../telecomContext";
import { BlacklistEntry } from "../types/BlacklistEntry";
import { BlacklistLineHolderInput } from "../types/BlacklistLineHolderInput";
import { CloseRectificationInput } from "../types/CloseRectificationInput";
import { DisputeLineInput } from "../types/DisputeLineInput";
import { LiftBlacklistEntryInput } from "../types/LiftBlacklistEntryInput";
import { LineOrder } from "../types/LineOrder";
import { OrderRectificationInput } from "../types/OrderRectificationInput";
import { Rectification } from "../types/Rectification";

/** What carriers, the regulator and people themselves set against lines and those who open them. */
@Resolver()
export class LineMeasureMutations {
  @RequiresScopes(["blacklist:write"])
  @Policy(["own_institution:input.carrier"])
  @Mutation(() => BlacklistEntry)
  async blacklistLineHolder(
    @Arg("input", () => BlacklistLineHolderInput) input: BlacklistLineHolderInput,
    @Ctx() context: TelecomContext,
  ): Promise<BlacklistRow> {
    const entry = await runTelecomTransaction(context, transaction =>
      blacklistLineHolder(input, transaction),
    );
    noteAbout(context, [entry.subjectId]);
    return entry;
  }

  @RequiresScopes(["blacklist:write"])
  @Policy(["own_institution"])
  @Mutation(() => BlacklistEntry)
  async liftBlacklistEntry(
    @Arg("input", () => LiftBlacklistEntryInput) input: LiftBlacklistEntryInput,
    @Ctx() context: TelecomContext,
  ): Promise<BlacklistRow> {
    const entry = await runTelecomTransaction(context, transaction => liftBlacklistEntry(input, transaction));
    noteAbout(context, [entry.subjectId]);
    return entry;
  }

  @RequiresScopes(["rectification:write"])
  @Mutation(() => Rectification, {
    description: "A breaching agent, outlet or institution gets a deadline, then is shut.",
  })
  orderRectification(
    @Arg("input", () => OrderRectificationInput) input: OrderRectificationInput,
    @Ctx() context: TelecomContext,
  ): Promise<RectificationRow> {
    return runTelecomTransaction(context, transaction => orderRectification(input, transaction));
  }

  @RequiresScopes(["rectification:write"])
  @Mutation(() => Rectification)
  closeRectification(
    @Arg("input", () => CloseRectificationInput) input: CloseRectificationInput,
    @Ctx() context: TelecomContext,
  ): Promise<RectificationRow> {
    return runTelecomTransaction(context, transaction => closeRectification(input, transaction));
  }

  @RequiresScopes(["self:dispute"])
  @Policy(["own_person"])
  @Mutation(() => LineOrder, {
    description: "The person themself: this line is not mine. Opens a verification, never a suspension.",
  })
  disputeLine(
    @Arg("input", () => DisputeLineInput) input: DisputeLineInput,
    @Ctx() context: TelecomContext,
  ): Promise<OrderRow> {
    return runTelecomTransaction(context, transaction => disputeLine(input, transaction));
  }
}
