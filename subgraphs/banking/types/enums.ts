import { registerEnumType } from "type-graphql";

/** What kind of account it is. */
export enum AccountKind {
  DEBIT_CARD = "DEBIT_CARD",
  CREDIT_CARD = "CREDIT_CARD",
  PASSBOOK = "PASSBOOK",
  UNIT_SETTLEMENT = "UNIT_SETTLEMENT",
  UNIT_CARD = "UNIT_CARD",
  PAYMENT_ACCOUNT = "PAYMENT_ACCOUNT",
}
registerEnumType(AccountKind, { name: "AccountKind" });

/** How much an account may be used for (Ⅰ/Ⅱ/Ⅲ类账户). */
export enum AccountClass {
  I = "I",
  II = "II",
  III = "III",
}
registerEnumType(AccountClass, { name: "AccountClass" });

/** What may be done with an account now; derived, see `accountStatusAt`. */
export enum AccountStatus {
  NORMAL = "NORMAL",
  NON_COUNTER_SUSPENDED = "NON_COUNTER_SUSPENDED",
  ALL_SUSPENDED = "ALL_SUSPENDED",
  STOP_PAYMENT = "STOP_PAYMENT",
  FROZEN = "FROZEN",
  DORMANT = "DORMANT",
  CLOSED = "CLOSED",
}
registerEnumType(AccountStatus, { name: "AccountStatus" });

/** What a customer asks to be opened. */
export enum AccountProduct {
  DEBIT_CARD_CLASS_I = "DEBIT_CARD_CLASS_I",
  DEBIT_CARD_CLASS_II = "DEBIT_CARD_CLASS_II",
  DEBIT_CARD_CLASS_III = "DEBIT_CARD_CLASS_III",
  PASSBOOK_CLASS_I = "PASSBOOK_CLASS_I",
  CREDIT_CARD = "CREDIT_CARD",
  UNIT_SETTLEMENT = "UNIT_SETTLEMENT",
  UNIT_CARD = "UNIT_CARD",
  PAYMENT_CLASS_I = "PAYMENT_CLASS_I",
  PAYMENT_CLASS_II = "PAYMENT_CLASS_II",
  PAYMENT_CLASS_III = "PAYMENT_CLASS_III",
}
registerEnumType(AccountProduct, { name: "AccountProduct" });

/** Cards that do not count towards the four (the central bank's practice). */
export enum LimitExemption {
  SOCIAL_SECURITY = "SOCIAL_SECURITY",
  MEDICAL = "MEDICAL",
  MILITARY = "MILITARY",
}
registerEnumType(LimitExemption, { name: "LimitExemption" });

/** What ties an account of another to a person. */
export enum LinkKind {
  SHARED_PHONE = "SHARED_PHONE",
  SHARED_DEVICE = "SHARED_DEVICE",
  SHARED_OUTLET_DAY = "SHARED_OUTLET_DAY",
  LEGAL_REPRESENTATIVE = "LEGAL_REPRESENTATIVE",
  FUND_TRANSFER = "FUND_TRANSFER",
  SHARED_AGENT = "SHARED_AGENT",
}
registerEnumType(LinkKind, { name: "LinkKind" });

/** What an institution is told to do, and what may stand on an account. */
export enum AccountOrderKind {
  SUPPLY_STATEMENT = "SUPPLY_STATEMENT",
  SUSPEND_NON_COUNTER = "SUSPEND_NON_COUNTER",
  SUSPEND_ALL_PAYMENT = "SUSPEND_ALL_PAYMENT",
  STOP_PAYMENT = "STOP_PAYMENT",
  FREEZE = "FREEZE",
  REVIEW = "REVIEW",
  RESTORE = "RESTORE",
}
registerEnumType(AccountOrderKind, { name: "AccountOrderKind" });

/** The way a transfer was made. */
export enum TransferChannel {
  ATM = "ATM",
  COUNTER = "COUNTER",
  ONLINE = "ONLINE",
  MOBILE = "MOBILE",
  POS = "POS",
}
registerEnumType(TransferChannel, { name: "TransferChannel" });

/** Whether money is followed to where it went or to where it came from. */
export enum TrailDirection {
  IN = "IN",
  OUT = "OUT",
}
registerEnumType(TrailDirection, { name: "TrailDirection" });

/** When an ATM transfer may be released. */
export enum ReleaseOutcome {
  AT_ONCE = "AT_ONCE",
  DELAYED = "DELAYED",
  UNKNOWN = "UNKNOWN",
}
registerEnumType(ReleaseOutcome, { name: "ReleaseOutcome" });
