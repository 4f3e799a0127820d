import type { Feeds, Told } from "../../gateway/auth/foundPeople";
import type { Acts, Owners } from "../../gateway/auth/recordedKeys";
import type { Purpose } from "../../schema/contract/claims";

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

/**
 * A look at an account or a line is a look at its holder, whatever is asked of it and whatever leads there; and so it
 * is with the orders and flags on it, and with what the police have against somebody. The accounts, lines and sanctions of a person are known to be theirs,
 * and a link says itself whose account it leads to.
 */
export const OWNERS: Owners = {
  AbnormalFlag: { field: "line", knownBehind: ["PhoneLine.flags", "Subject.abnormalFlags"] },
  Account: { field: "holder", knownBehind: ["AccountConnection.nodes", "AccountLink.account"] },
  AccountCleanUpEntry: { field: "subject", knownBehind: [] },
  AccountLink: { field: "holder", knownBehind: [] },
  AccountOrder: { field: "account", knownBehind: ["Account.orders"] },
  CleanUpEntry: { field: "subject", knownBehind: [] },
  Involvement: { field: "subject", knownBehind: ["Subject.involvements"] },
  LineOrder: { field: "line", knownBehind: ["PhoneLine.orders"] },
  PhoneLine: { field: "holder", knownBehind: ["PhoneLineConnection.nodes"] },
  Sanction: { field: "subject", knownBehind: ["Subject.sanctions"] },
  SanctionPreview: { field: "subject", knownBehind: [] },
  Surrender: { field: "subject", knownBehind: [] },
  Visit: { field: "subject", knownBehind: ["Subject.visits"] },
};

/** What the police do about an account or a line in a case is done to its holder. */
export const ACTS: Acts = {
  "Mutation.freezeAccount": "account",
  "Mutation.issueStopPayment": "account",
  "Mutation.notifyCarrier": "line",
  "Mutation.requestStatement": "account",
};

const IDENTITY = ["documentType", "kind", "maskedNumber", "name"];

/**
 * Regulators supervise institutions: what was ordered and who is late with it, no person and nothing that is known of
 * one; the words of a flag, a notice or an objection may name somebody.
 */
const SUPERVISED = {
  AbnormalFlag: [
    "callCount",
    "complaintCount",
    "id",
    "kind",
    "observedFrom",
    "observedTo",
    "reportedAt",
    "reportedBy",
    "status",
    "verifiedAt",
    "verifiedBy",
  ],
  Sanction: [
    "accountExecution",
    "conduct",
    "id",
    "lineExecution",
    "measures",
    "recognisedBy",
    "recognisedOn",
    "role",
    "ruleVersion",
    "status",
  ],
};
const NOBODY = { Account: [], PhoneLine: [], Subject: [] };

const RECTIFICATION = [
  "breach",
  "closedOn",
  "dueOn",
  "id",
  "orderedOn",
  "status",
  "targetCode",
  "targetKind",
];
const WARNING = ["body", "id", "publishedAt", "regions", "title"];
const SUPERVISED_IN_FEED = {
  ...SUPERVISED,
  Institution: ["accountRecord", "code", "lineRecord", "name", "region", "sector"],
  Rectification: RECTIFICATION,
  Warning: WARNING,
};

/**
 * A case is the purpose for those whom its lead has confirmed. Whoever else an officer comes upon, the holder of a
 * number say, is recognised by this, and no more is told: neither of them, nor of the line or account that led there. An institution's lists, orders and feed are work on
 * what it holds itself: what others hold, what stands against the person and what may be opened is asked for.
 */
export const RECOGNISED_BY: Told = {
  POLICE: {
    Account: [
      "accountClass",
      "accountInvolvements",
      "holder",
      "id",
      "institution",
      "kind",
      "maskedNumber",
      "number",
      "openedOn",
      "restrictions",
      "status",
    ],
    PhoneLine: [
      "carrier",
      "holder",
      "id",
      "kind",
      "lineInvolvements",
      "maskedNumber",
      "number",
      "registeredOn",
      "status",
    ],
    Subject: ["bankingIdentity", "id", "telecomIdentity"],
    SubjectIdentity: IDENTITY,
  },
  BANK: { Subject: ["accounts", "bankingIdentity", "id"], SubjectIdentity: IDENTITY },
  PAYMENT: { Subject: ["accounts", "bankingIdentity", "id"], SubjectIdentity: IDENTITY },
  CARRIER: { Subject: ["id", "phoneLines", "telecomIdentity"], SubjectIdentity: IDENTITY },
  FINANCIAL_REGULATOR: { ...SUPERVISED, ...NOBODY },
  TELECOM_REGULATOR: { ...SUPERVISED, ...NOBODY },
  // Rows decide: their own.
  PERSON: "ALL",
  AUDITOR: "ALL",
};

/**
 * Whoever opens a case or works on it puts people, lines and accounts into it, and so beside whoever was confirmed
 * there: its papers are no way from one to the others.
 */
export const GATHERINGS: readonly string[] = ["Case", "Involvement"];

/**
 * Anybody can be put into a case by a number that was guessed: whose it is, and whether it is anybody's, its papers tell
 * once the lead has confirmed them, and until then what the police themselves hold.
 */
export const CONFIRMED_BY: Readonly<Record<string, string>> = { "Involvement.subject": "confirmedAt" };

const ORDER_IN_FEED = ["dueAt", "id", "kind", "status"];

/**
 * The police feeds are about everybody whom anything happens to, and no case is looked at: they tell what an officer
 * has to look into, and what is done about it. Whoever it is, with numbers and names, is asked for with a case. A
 * visit is planned by a document, without a case, and a surrender recorded by one: they name nobody either.
 */
export const FEEDS: Feeds = {
  fields: [
    "Case.surrenders",
    "Mutation.recordSurrender",
    "Mutation.recordVisit",
    "Query.visitPlan",
    "Query.bankingChanges",
    "Query.policeChanges",
    "Query.telecomChanges",
  ],
  tell: {
    POLICE: {
      AbnormalFlag: ["id", "kind", "status"],
      Account: ["id"],
      AccountOrder: ORDER_IN_FEED,
      LineOrder: ORDER_IN_FEED,
      PhoneLine: ["id"],
      Rectification: RECTIFICATION,
      Sanction: ["id", "status"],
      Subject: ["id"],
      Visit: ["commitmentReference", "id", "metOn", "plannedOn", "status", "subject"],
      Warning: WARNING,
    },
    FINANCIAL_REGULATOR: SUPERVISED_IN_FEED,
    TELECOM_REGULATOR: SUPERVISED_IN_FEED,
    // An institution's feed is of what it holds itself.
    BANK: "ALL",
    PAYMENT: "ALL",
    CARRIER: "ALL",
  },
};
