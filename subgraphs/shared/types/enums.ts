import { registerEnumType } from "type-graphql";

/** Documents a person or unit is known by. */
export enum IdentityDocumentType {
  RESIDENT_ID = "RESIDENT_ID",
  UNIFIED_SOCIAL_CREDIT_CODE = "UNIFIED_SOCIAL_CREDIT_CODE",
  PASSPORT = "PASSPORT",
  HK_MACAU_PERMIT = "HK_MACAU_PERMIT",
  TAIWAN_PERMIT = "TAIWAN_PERMIT",
  FOREIGN_PERMANENT_RESIDENT_ID = "FOREIGN_PERMANENT_RESIDENT_ID",
  MILITARY_ID = "MILITARY_ID",
}
registerEnumType(IdentityDocumentType, { name: "IdentityDocumentType" });

/** A natural person, or a legal one. */
export enum SubjectKind {
  PERSON = "PERSON",
  UNIT = "UNIT",
}
registerEnumType(SubjectKind, { name: "SubjectKind" });

/** Whose duty it is. */
export enum Sector {
  TELECOM = "TELECOM",
  BANKING = "BANKING",
  PAYMENT = "PAYMENT",
  POLICE = "POLICE",
}
registerEnumType(Sector, { name: "Sector" });

/** Whether an institution answered; ANSWERED merges FOUND and NONE for all but the police. */
export enum AnswerState {
  FOUND = "FOUND",
  NONE = "NONE",
  ANSWERED = "ANSWERED",
  NOT_ANSWERED = "NOT_ANSWERED",
  STALE = "STALE",
  NOT_PERMITTED = "NOT_PERMITTED",
}
registerEnumType(AnswerState, { name: "AnswerState" });

/** What a sanction does. */
export enum MeasureKind {
  SUSPEND_NON_COUNTER = "SUSPEND_NON_COUNTER",
  SUSPEND_ALL_PAYMENT = "SUSPEND_ALL_PAYMENT",
  NO_NEW_ACCOUNT = "NO_NEW_ACCOUNT",
  NO_NEW_LINE = "NO_NEW_LINE",
  SUSPEND_LINE = "SUSPEND_LINE",
  REVERIFY = "REVERIFY",
}
registerEnumType(MeasureKind, { name: "MeasureKind" });

/** What an opening check comes to. */
export enum OpeningOutcome {
  ALLOW = "ALLOW",
  DENY = "DENY",
  REVIEW = "REVIEW",
  UNKNOWN = "UNKNOWN",
}
registerEnumType(OpeningOutcome, { name: "OpeningOutcome" });

/** What became of a reported item. */
export enum ItemState {
  ACCEPTED = "ACCEPTED",
  DUPLICATE = "DUPLICATE",
  REJECTED = "REJECTED",
}
registerEnumType(ItemState, { name: "ItemState" });

/** Where an order to an institution stands. */
export enum OrderStatus {
  ISSUED = "ISSUED",
  DELIVERED = "DELIVERED",
  EXECUTED = "EXECUTED",
  REFUSED = "REFUSED",
  EXPIRED = "EXPIRED",
}
registerEnumType(OrderStatus, { name: "OrderStatus" });

/** What figures of responsibility are counted by. */
export enum AccountabilityKey {
  OUTLET = "OUTLET",
  AGENT = "AGENT",
  INSTITUTION = "INSTITUTION",
  REGION = "REGION",
}
registerEnumType(AccountabilityKey, { name: "AccountabilityKey" });

/** Yes, no, or not known. */
export enum TriState {
  YES = "YES",
  NO = "NO",
  UNKNOWN = "UNKNOWN",
}
registerEnumType(TriState, { name: "TriState" });
