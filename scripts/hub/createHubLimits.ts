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

/** Whoever goes through numbers of lines or accounts goes through their holders. */
const LOOK_UPS: Readonly<Record<string, NumberLookUp>> = {
  account: { argument: "number", parse: text => parseAccountNumber(text, false) },
  phoneLine: { argument: "number", parse: parsePhoneNumber },
};
const PERSON_TYPES: ReadonlySet<string> = new Set(["Subject"]);

/** This hub's limits: whom its operations name, and where their answers say what is held. */
export function createHubLimits({ redis, identityPepper, ...parts }: HubLimitsParts): Limits {
  // The same operation with the same rights is the same object.
  const holdings = new WeakMap<DocumentNode, readonly AnswerPath[]>();
  return createLimits({
    ...parts,
    counting: createCounting(redis, deriveKey(identityPepper, "limits")),
    sought: createSought({
      peopleIn: (operation, value) => [...operation.tokensIn(value), ...findSubjects(value, isSubjectToken)],
      personTypes: PERSON_TYPES,
      lookUps: LOOK_UPS,
    }),
    findHoldings(document, schema) {
      const found = holdings.get(document) ?? findAnswerPaths(document, schema, HOLDINGS);
      holdings.set(document, found);
      return found;
    },
  });
}
