import type { Feeds } from "../../gateway/auth/foundPeople";
import type { Owners } from "../../gateway/auth/recordedKeys";
import type { CallerKind, Purpose } from "../../schema/contract/claims";

type ByPurpose = Readonly<Partial<Record<Purpose, readonly string[]>>>;

/** The subgraphs that own the facts behind a purpose; one of them saying yes is enough. */
export const PURPOSE_SUBGRAPHS: ByPurpose = {
  CASE: ["police"],
  ACCOUNT_OPENING: ["banking"],
  LINE_OPENING: ["telecom"],
  ONGOING_REVIEW: ["telecom", "banking"],
  ORDER: ["telecom", "banking"],
};

/** The subgraphs that keep approvals to look further than one step. */
export const APPROVING_SUBGRAPHS: ByPurpose = { CASE: ["police"] };

/** Arguments that name a person by subject token rather than by document. */
export const SUBJECT_ARGUMENTS: Readonly<Record<string, string>> = { "Query.subjectById": "id" };

/** Lists of documents that are answered item for item: whoever may not be seen is null there, and the others are told. */
export const PERSON_LISTS: Readonly<Record<string, string>> = { "Query.subjects": "documents" };

/** A look at an account or a line by its number is a look at its holder, whatever is asked of it. */
export const OWNERS: Owners = { "Query.account": "holder", "Query.phoneLine": "holder" };

/**
 * A case is the purpose for those whom its lead has confirmed. Whoever else an officer comes upon (the holder of a
 * number, somebody just put into the case, the next of a visit plan) is recognised by this, and no more is told.
 */
export const RECOGNISED_BY: Readonly<Partial<Record<CallerKind, readonly string[]>>> = {
  POLICE: [
    "Subject.id",
    "Subject.bankingIdentity",
    "Subject.telecomIdentity",
    "SubjectIdentity.documentType",
    "SubjectIdentity.kind",
    "SubjectIdentity.maskedNumber",
    "SubjectIdentity.name",
  ],
};

/**
 * The police feeds are about everybody whom anything happens to, and no case is looked at: they tell what an officer
 * has to look into, and what is done about it. Whoever it is, with numbers and names, is asked for with a case.
 */
export const FEEDS: Feeds = {
  fields: ["Query.bankingChanges", "Query.policeChanges", "Query.telecomChanges"],
  tell: {
    POLICE: [
      "AbnormalFlag.id",
      "AbnormalFlag.kind",
      "AbnormalFlag.status",
      "Account.id",
      "AccountOrder.dueAt",
      "AccountOrder.id",
      "AccountOrder.kind",
      "AccountOrder.status",
      "LineOrder.dueAt",
      "LineOrder.id",
      "LineOrder.kind",
      "LineOrder.status",
      "PhoneLine.id",
      "Rectification.breach",
      "Rectification.closedOn",
      "Rectification.dueOn",
      "Rectification.id",
      "Rectification.orderedOn",
      "Rectification.status",
      "Rectification.targetCode",
      "Rectification.targetKind",
      "Sanction.id",
      "Sanction.status",
      "Subject.id",
      "Warning.body",
      "Warning.id",
      "Warning.publishedAt",
      "Warning.regions",
      "Warning.title",
    ],
  },
};
