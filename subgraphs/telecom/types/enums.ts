import { registerEnumType } from "type-graphql";

/** What a carrier provides: N20-1's phone and IoT cards, and the lines of N16-4. */
export enum LineKind {
  INTERNATIONAL_GATEWAY = "INTERNATIONAL_GATEWAY",
  MOBILE = "MOBILE",
  IOT = "IOT",
  FIXED_LINE = "FIXED_LINE",
  BROADBAND = "BROADBAND",
  VOICE_TRUNK = "VOICE_TRUNK",
  NUMBER_400 = "NUMBER_400",
  SWITCHBOARD = "SWITCHBOARD",
  ONE_NUMBER = "ONE_NUMBER",
}
registerEnumType(LineKind, { name: "LineKind" });

/** Where a line stands. */
export enum LineStatus {
  PENDING = "PENDING",
  ACTIVE = "ACTIVE",
  DORMANT = "DORMANT",
  REVERIFY_REQUIRED = "REVERIFY_REQUIRED",
  SUSPENDED = "SUSPENDED",
  CLOSED = "CLOSED",
}
registerEnumType(LineStatus, { name: "LineStatus" });

/** What made a line conspicuous (SH). */
export enum AbnormalFlagKind {
  ILLEGAL_OUTBOUND = "ILLEGAL_OUTBOUND",
  HARASSING_CALLS = "HARASSING_CALLS",
  ABNORMAL_FREQUENCY = "ABNORMAL_FREQUENCY",
  SPAM_SMS = "SPAM_SMS",
  ILLEGAL_RESALE = "ILLEGAL_RESALE",
  POLICE_NOTICE = "POLICE_NOTICE",
  USER_COMPLAINTS = "USER_COMPLAINTS",
  FORGED_ID = "FORGED_ID",
}
registerEnumType(AbnormalFlagKind, { name: "AbnormalFlagKind" });

/** Where a flag stands; only a verified one may stop a line (SH). */
export enum FlagStatus {
  REPORTED = "REPORTED",
  VERIFIED = "VERIFIED",
  DISMISSED = "DISMISSED",
}
registerEnumType(FlagStatus, { name: "FlagStatus" });

/** What a carrier is told to do with a line. */
export enum LineOrderKind {
  DORMANT_REVIEW = "DORMANT_REVIEW",
  SUSPEND = "SUSPEND",
  REVERIFY = "REVERIFY",
  RESTORE = "RESTORE",
  STOP_UNREGISTERED = "STOP_UNREGISTERED",
}
registerEnumType(LineOrderKind, { name: "LineOrderKind" });

/** Where a rectification stands; OVERDUE is an ordered one past its day. */
export enum RectificationStatus {
  ORDERED = "ORDERED",
  OVERDUE = "OVERDUE",
  CLOSED = "CLOSED",
  SHUT = "SHUT",
}
registerEnumType(RectificationStatus, { name: "RectificationStatus" });

/** What a holder confirms before a line is theirs to use: the risk notice (RN), own use (SH), no resale (PT). */
export enum UndertakingKind {
  RISK_NOTICE = "RISK_NOTICE",
  OWN_USE_PLEDGE = "OWN_USE_PLEDGE",
  RESALE_WARNING = "RESALE_WARNING",
}
registerEnumType(UndertakingKind, { name: "UndertakingKind" });
