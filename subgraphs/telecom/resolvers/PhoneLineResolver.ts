import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { maskPhoneNumber } from "../../../schema/contract/masking";
import { parsePhoneNumber } from "../../../schema/contract/phoneNumber";
import { CacheHint, Policy, RequiresScopes } from "../../shared/directives";
import { boundedFirst } from "../../shared/pagination";
import { Outlet } from "../../shared/types/Outlet";
import { personOfView } from "../../shared/view";
import { MAX_FIRST } from "../limits";
import { isNobody } from "../nobody";
import { unlistedCarrier } from "../otherCarriers";
import { writePairKey } from "../pairKey";
import { SEAL_CONTEXTS } from "../sealContexts";
import type { FlagRow } from "../store/flagStore";
import type { LineRow } from "../store/lineRow";
import type { OrderRow } from "../store/orderStore";
import type { TelecomContext } from "../telecomContext";
import { AbnormalFlag } from "../types/AbnormalFlag";
import { Institution } from "../types/Institution";
import { LineOrder } from "../types/LineOrder";
import { PhoneLine } from "../types/PhoneLine";
import { RealNameRecord } from "../types/RealNameRecord";
import { RiskNoticeAcknowledgement } from "../types/RiskNoticeAcknowledgement";
import { Subject } from "../types/Subject";
import { isSeen } from "../unseenLine";

/** A line, its number unsealed only where it is asked for. */
@Resolver(() => PhoneLine)
export class PhoneLineResolver {
  @RequiresScopes(["line:read"])
  @Policy(["purpose_bound"])
  @Query(() => PhoneLine, { nullable: true })
  phoneLine(
    @Arg("number", () => ID) number: string,
    @Ctx() { loaders, keys }: TelecomContext,
  ): Promise<LineRow | null> {
    return loaders.lineById.load(keys.ids.lineId(parsePhoneNumber(number)));
  }

  @RequiresScopes(["line:read"])
  @FieldResolver(() => String, { nullable: true })
  maskedNumber(@Root() line: LineRow, @Ctx() context: TelecomContext): string | null {
    return isSeen(line) ? maskPhoneNumber(openNumber(line, context)) : null;
  }

  @RequiresScopes(["line:read"], ["account:read"], ["case:read"])
  // A flag or an order may lead here without the right to numbers, and its refusal must not take the line with it.
  @FieldResolver(() => ID, { nullable: true })
  number(@Root() line: LineRow, @Ctx() context: TelecomContext): string | null {
    if (!isSeen(line)) return null;
    const number = openNumber(line, context);
    // Whoever holds a stolen password of the person must not learn numbers in full.
    return personOfView(context.claims.view) === null ? number : maskPhoneNumber(number);
  }

  // A port to another carrier is a change of the line; the register behind the name is written by the import alone.
  @CacheHint(60)
  @RequiresScopes(["line:read"])
  @FieldResolver(() => Institution, { nullable: true })
  async carrier(@Root() line: LineRow, @Ctx() { loaders }: TelecomContext): Promise<Institution | null> {
    if (!isSeen(line)) return null;
    return (await loaders.institutionByCode(line.carrier)) ?? unlistedCarrier(line.carrier);
  }

  // Only the holder's key stands here; a move touches the line and both holders.
  @CacheHint(60)
  @RequiresScopes(["line:read"])
  @FieldResolver(() => Subject, { nullable: true })
  holder(@Root() { subjectId }: LineRow): Subject | null {
    return isNobody(subjectId) ? null : { id: subjectId };
  }

  @RequiresScopes(["line:read"])
  @FieldResolver(() => Outlet, { nullable: true })
  async openedAt(
    @Root() { carrier, outletCode }: LineRow,
    @Ctx() { loaders }: TelecomContext,
  ): Promise<Outlet | null> {
    return outletCode === null ? null : loaders.outletByKey.load(writePairKey(carrier, outletCode));
  }

  // Part of the line, written with it.
  @CacheHint(60)
  @RequiresScopes(["realname:read"])
  @FieldResolver(() => RealNameRecord, {
    nullable: true,
    description: "Evidence that the opener's identity was checked: device, online check, photo reference.",
  })
  realName(@Root() line: LineRow): RealNameRecord | null {
    const { realNameMethod, realNameVerifiedAt, onlineCheckPassed, photoReference, realNameResult } = line;
    if (realNameMethod === null || realNameVerifiedAt === null) return null;
    return {
      method: realNameMethod,
      verifiedOn: realNameVerifiedAt,
      onlineCheckPassed: onlineCheckPassed ?? false,
      photoReference,
      result: realNameResult ?? "UNKNOWN",
    };
  }

  // A flag is kept with its line and holder: whoever reports or verifies one touches both.
  @CacheHint(60)
  @RequiresScopes(["flag:read"])
  @FieldResolver(() => [AbnormalFlag], { nullable: true })
  flags(
    @Root() line: LineRow,
    @Arg("first", () => Int, { defaultValue: 50 }) first: number,
    @Ctx() { loaders }: TelecomContext,
  ): Promise<FlagRow[]> | null {
    if (!isSeen(line)) return null;
    const { subjectId, id } = line;
    return loaders.flagsByLine(boundedFirst(first, MAX_FIRST)).load(writePairKey(subjectId, id));
  }

  @RequiresScopes(["line:read"])
  @FieldResolver(() => [LineOrder], { nullable: true })
  orders(@Root() line: LineRow, @Ctx() { loaders }: TelecomContext): Promise<OrderRow[]> | null {
    if (!isSeen(line)) return null;
    const { subjectId, id } = line;
    return loaders.ordersByLine.load(writePairKey(subjectId, id));
  }

  // Part of the line, written with it.
  @CacheHint(60)
  @RequiresScopes(["line:read"])
  @FieldResolver(() => RiskNoticeAcknowledgement, { nullable: true })
  riskNotice(@Root() line: LineRow): RiskNoticeAcknowledgement | null {
    const { riskNoticeVersion, riskNoticeDigest, riskNoticeAt } = line;
    if (riskNoticeVersion === null || riskNoticeDigest === null || riskNoticeAt === null) return null;
    return { noticeVersion: riskNoticeVersion, noticeDigest: riskNoticeDigest, acknowledgedAt: riskNoticeAt };
  }
}

function openNumber({ id, sealedNumber }: LineRow, { keys }: TelecomContext): string {
  return keys.sealer.open(sealedNumber, SEAL_CONTEXTS.lineNumber(id));
}
