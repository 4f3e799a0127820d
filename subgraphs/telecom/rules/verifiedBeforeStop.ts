// SH: a number is stopped only after what was reported of it has been checked and found true.
import type { RuleFinding } from "../../shared/types/RuleFinding";
import { AbnormalFlagKind, FlagStatus, LineOrderKind } from "../types/enums";

/** What a flag is worth once it has been verified. */
interface VerifiedFlagTask {
  readonly kind: LineOrderKind.SUSPEND | LineOrderKind.REVERIFY;
  readonly reason: RuleFinding;
}

/** Use that harms others ends at once; where only the user is in doubt, the holder is asked first (RN-4). */
const TASKS: Readonly<Record<AbnormalFlagKind, VerifiedFlagTask["kind"]>> = {
  [AbnormalFlagKind.ILLEGAL_OUTBOUND]: LineOrderKind.SUSPEND,
  [AbnormalFlagKind.HARASSING_CALLS]: LineOrderKind.SUSPEND,
  [AbnormalFlagKind.SPAM_SMS]: LineOrderKind.SUSPEND,
  [AbnormalFlagKind.ILLEGAL_RESALE]: LineOrderKind.SUSPEND,
  [AbnormalFlagKind.POLICE_NOTICE]: LineOrderKind.SUSPEND,
  [AbnormalFlagKind.ABNORMAL_FREQUENCY]: LineOrderKind.REVERIFY,
  [AbnormalFlagKind.USER_COMPLAINTS]: LineOrderKind.REVERIFY,
  [AbnormalFlagKind.FORGED_ID]: LineOrderKind.REVERIFY,
};

/** What the carrier is told to do because of a flag; null for one that is not verified, which does nothing. */
export function verifiedBeforeStop(kind: AbnormalFlagKind, status: FlagStatus): VerifiedFlagTask | null {
  if (status !== FlagStatus.VERIFIED) return null;
  const task = TASKS[kind];
  const isStop = task === LineOrderKind.SUSPEND;
  const reason = {
    ruleId: isStop ? "verifiedBeforeStop" : "secondVerification",
    article: isStop ? "SH" : "RN-4",
    message: isStop
      ? "What was reported of the line has been verified: it is suspended."
      : "What was reported of the line has been verified: its holder's identity is verified again.",
    until: null,
    fact: kind,
  };
  return { kind: task, reason };
}
