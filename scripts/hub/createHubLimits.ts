import type { Cluster, Redis } from "ioredis";
import type { DocumentNode } from "graphql";
import { findAnswerPaths, type AnswerPath } from "../../gateway/findAnswerPaths";
import { findSubjects } from "../../gateway/audit/findSubjects";
import { createCounting } from "../../gateway/limits/createCounting";
import { createSought, type NumberLookUp } from "../../gateway/limits/createSought";
import { createLimits, type Limits, type LimitsParts } from "../../gateway/limits/createLimits";
import { parseAccountNumber } from "../../schema/contract/accountNumber";
import { parsePhoneNumber } from "../../schema/contract/phoneNumber";
import { deriveKey } from "./deriveKey";
import { isSubjectToken } from "./subjectTokens";

interface HubLimitsParts extends Pick<LimitsParts, "audit" | "raise" | "volumeOf"> {
  /** Where several gateways count together; null where this one counts alone. */
  readonly redis: Redis | Cluster | null;
  readonly identityPepper: Buffer;
  /** How many processes share this gateway's port, itself among them; left out: it has the port to itself. */
  readonly workers?: number;
}

/**
 * Fields that tell whether a register holds anybody under a document. Sanctions and cases are not among them: that
 * there are none is what everybody hopes for.
 */
const HOLDINGS: ReadonlySet<string> = new Set([
  "Subject.telecomIdentity",
  "Subject.bankingIdentity",
  "Subject.phoneLines",
  "Subject.lineCounts",
  "Subject.accounts",
  "Subject.accountCounts",
  "Query.phoneCheck",
  "Query.account",
  "Query.phoneLine",
]);

const account = (...at: readonly string[]): NumberLookUp => ({
  thing: "account",
  at,
  parse: text => parseAccountNumber(text, false),
  findsThing: false,
});
const line = (...at: readonly string[]): NumberLookUp => ({
  thing: "line",
  at,
  parse: parsePhoneNumber,
  findsThing: false,
});
const thing = (lookUp: NumberLookUp): NumberLookUp => ({ ...lookUp, findsThing: true });

/**
 * Whoever goes through numbers of lines or accounts goes through their holders, whichever field leads there. What an
 * institution reports or answers of its own lines and accounts is no look at anybody.
 */
export const LOOK_UPS: Readonly<Record<string, readonly NumberLookUp[]>> = {
  account: [thing(account("number"))],
  phoneLine: [thing(line("number"))],
  phoneCheck: [line("number")],
  transferRelease: [account("input", "toNumber")],
  markInvolved: [line("input", "lineNumber"), account("input", "accountNumber")],
  notifyCarrier: [line("input", "number")],
  issueStopPayment: [account("input", "accountNumber")],
  raisePoliceNotice: [line("input", "number")],
};
/** Whoever is put into a case, or on the plan of visits, is read of there by the officer who put them in. */
const KEEPERS: ReadonlySet<string> = new Set([
  "addCaseSubject",
  "issueStopPayment",
  "markInvolved",
  "notifyCarrier",
  "openCase",
  "recordSurrender",
  "recordVisit",
]);
const SHOWN_TYPES: ReadonlySet<string> = new Set(["Subject", "Account", "PhoneLine"]);

/** This hub's limits: whom its operations name, and where their answers say what is held. */
export function createHubLimits({ redis, identityPepper, workers, ...parts }: HubLimitsParts): Limits {
  // The same operation with the same rights is the same object.
  const holdings = new WeakMap<DocumentNode, readonly AnswerPath[]>();
  return createLimits({
    ...parts,
    counting: createCounting(redis, deriveKey(identityPepper, "limits"), workers),
    sought: createSought({
      peopleIn: (operation, value) => [...operation.tokensIn(value), ...findSubjects(value, isSubjectToken)],
      shownTypes: SHOWN_TYPES,
      keepers: KEEPERS,
      lookUps: LOOK_UPS,
    }),
    findHoldings(document, schema) {
      const found = holdings.get(document) ?? findAnswerPaths(document, schema, HOLDINGS);
      holdings.set(document, found);
      return found;
    },
  });
}
