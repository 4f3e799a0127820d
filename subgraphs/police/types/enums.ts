import { registerEnumType } from "type-graphql";

/** What a sanctioned person or unit did (N16-5, N20-5). */
export enum Conduct {
  ILLEGAL_TRANSFER = "ILLEGAL_TRANSFER",
  ILLEGAL_RENT = "ILLEGAL_RENT",
  ILLEGAL_LEND = "ILLEGAL_LEND",
  ILLEGAL_SALE = "ILLEGAL_SALE",
  ILLEGAL_PURCHASE = "ILLEGAL_PURCHASE",
  IMPERSONATION = "IMPERSONATION",
  FICTITIOUS_AGENCY = "FICTITIOUS_AGENCY",
  CRIMINAL_CONVICTION = "CRIMINAL_CONVICTION",
}
registerEnumType(Conduct, { name: "Conduct" });

/** As what a person or unit is sanctioned. */
export enum SanctionedRole {
  INDIVIDUAL = "INDIVIDUAL",
  UNIT = "UNIT",
  ORGANISER = "ORGANISER",
  RESPONSIBLE_MANAGER = "RESPONSIBLE_MANAGER",
}
registerEnumType(SanctionedRole, { name: "SanctionedRole" });

/** What a sanctioned person or unit used, or let others use (N20-1). */
export enum Instrument {
  PHONE_CARD = "PHONE_CARD",
  IOT_CARD = "IOT_CARD",
  PERSONAL_CARD = "PERSONAL_CARD",
  UNIT_ACCOUNT = "UNIT_ACCOUNT",
  PAYMENT_ACCOUNT = "PAYMENT_ACCOUNT",
}
registerEnumType(Instrument, { name: "Instrument" });

/** The dated text that a decision rests on. */
export enum RuleVersion {
  NOTICE_2016 = "NOTICE_2016",
  PBOC_2019_85 = "PBOC_2019_85",
  NOTICE_2020 = "NOTICE_2020",
  MEASURES_2024 = "MEASURES_2024",
}
registerEnumType(RuleVersion, { name: "RuleVersion" });

/** Where a sanction stands; OBJECTED and EXPIRED are derived on reading. */
export enum SanctionStatus {
  RECOGNISED = "RECOGNISED",
  SERVED = "SERVED",
  ACTIVE = "ACTIVE",
  OBJECTED = "OBJECTED",
  LIFTED = "LIFTED",
  EXPIRED = "EXPIRED",
}
registerEnumType(SanctionStatus, { name: "SanctionStatus" });

/** Rank of a public security organ; only a districted city or above recognises (N16-5, N20-5). */
export enum AuthorityLevel {
  COUNTY = "COUNTY",
  DISTRICTED_CITY = "DISTRICTED_CITY",
  PROVINCE = "PROVINCE",
  MINISTRY = "MINISTRY",
}
registerEnumType(AuthorityLevel, { name: "AuthorityLevel" });

/** Whether a case is still a lawful purpose. */
export enum CaseStatus {
  OPEN = "OPEN",
  CLOSED = "CLOSED",
}
registerEnumType(CaseStatus, { name: "CaseStatus" });

/** How far a case has come, in this order (N16-2, N20-2). */
export enum CaseStageName {
  FILED = "FILED",
  INVESTIGATION = "INVESTIGATION",
  ARREST_REVIEW = "ARREST_REVIEW",
  PROSECUTION = "PROSECUTION",
  TRIAL = "TRIAL",
  JUDGED = "JUDGED",
}
registerEnumType(CaseStageName, { name: "CaseStageName" });

/** What a person, line or account is in a case. */
export enum InvolvementRole {
  PERPETRATOR = "PERPETRATOR",
  HOLDER = "HOLDER",
  LEGAL_REPRESENTATIVE = "LEGAL_REPRESENTATIVE",
  RESPONSIBLE_PERSON = "RESPONSIBLE_PERSON",
  VICTIM = "VICTIM",
}
registerEnumType(InvolvementRole, { name: "InvolvementRole" });

/** A lead restricts nothing; only what an organ of a districted city or above has recognised does (N16-5). */
export enum InvolvementStanding {
  LEAD = "LEAD",
  RECOGNISED = "RECOGNISED",
  WITHDRAWN = "WITHDRAWN",
}
registerEnumType(InvolvementStanding, { name: "InvolvementStanding" });

/** What became of an objection. */
export enum ObjectionStatus {
  FILED = "FILED",
  CONFIRMED = "CONFIRMED",
  REJECTED = "REJECTED",
}
registerEnumType(ObjectionStatus, { name: "ObjectionStatus" });

/** What an objection is raised against. */
export enum ObjectionTarget {
  SANCTION = "SANCTION",
  INVOLVEMENT = "INVOLVEMENT",
  STOP_PAYMENT = "STOP_PAYMENT",
  ORDER = "ORDER",
  BLACKLIST_ENTRY = "BLACKLIST_ENTRY",
  DATA_ERROR = "DATA_ERROR",
}
registerEnumType(ObjectionTarget, { name: "ObjectionTarget" });

/** How far the visit to a card's holder has come (N20-4). */
export enum VisitStatus {
  PLANNED = "PLANNED",
  MET = "MET",
  SIGNED = "SIGNED",
  REFUSED = "REFUSED",
}
registerEnumType(VisitStatus, { name: "VisitStatus" });

/** What became of a tip (N16-9, PT). */
export enum TipStatus {
  RECEIVED = "RECEIVED",
  LINKED = "LINKED",
  UNFOUNDED = "UNFOUNDED",
  REWARDED = "REWARDED",
}
registerEnumType(TipStatus, { name: "TipStatus" });

/** What is to be blocked or shut (N16-4, N16-6). */
export enum IndicatorKind {
  SPOOFING_SOFTWARE = "SPOOFING_SOFTWARE",
  FALSE_INFORMATION = "FALSE_INFORMATION",
  TROJAN = "TROJAN",
  WEBSITE = "WEBSITE",
  NETWORK_ACCOUNT = "NETWORK_ACCOUNT",
  ILLEGAL_VOIP = "ILLEGAL_VOIP",
}
registerEnumType(IndicatorKind, { name: "IndicatorKind" });

/** What became of an indicator. */
export enum IndicatorStatus {
  REPORTED = "REPORTED",
  BLOCKED = "BLOCKED",
  DELETED = "DELETED",
  SHUT = "SHUT",
  DISMISSED = "DISMISSED",
}
registerEnumType(IndicatorStatus, { name: "IndicatorStatus" });

/** What sanctions are counted by. */
export enum FigureKey {
  AUTHORITY = "AUTHORITY",
  REGION = "REGION",
  CONDUCT = "CONDUCT",
  INSTRUMENT = "INSTRUMENT",
}
registerEnumType(FigureKey, { name: "FigureKey" });

/** What the police tell the other sectors of. */
export enum PoliceChangeKind {
  MEASURE_IN_FORCE = "MEASURE_IN_FORCE",
  MEASURE_LIFTED = "MEASURE_LIFTED",
  MEASURE_EXPIRED = "MEASURE_EXPIRED",
  OBJECTION_FILED = "OBJECTION_FILED",
  OBJECTION_DECIDED = "OBJECTION_DECIDED",
  WARNING_PUBLISHED = "WARNING_PUBLISHED",
}
registerEnumType(PoliceChangeKind, { name: "PoliceChangeKind" });
