import type { Purpose } from "../../../schema/contract/claims";
import type { Question } from "../../support/askOverHttp";
import type { TestHub } from "../../support/hub";
import type { User } from "../verdicts/verdict";

/** The purpose for which each user may look at the ring member; null stands for the number of their case. */
const PURPOSES: Readonly<Record<User, readonly [Purpose, string | null]>> = {
  investigator: ["CASE", null],
  authority: ["CASE", null],
  "bank-risk": ["ACCOUNT_OPENING", "ROADS-B"],
  "bank-reporting": ["ONGOING_REVIEW", "ROADS"],
  "payment-risk": ["ACCOUNT_OPENING", "ROADS-P"],
  "carrier-risk": ["LINE_OPENING", "ROADS-C"],
  "carrier-reporting": ["ONGOING_REVIEW", "ROADS"],
  "regulator-financial": ["SUPERVISION", "ROADS"],
  "regulator-telecom": ["SUPERVISION", "ROADS"],
  auditor: ["AUDIT", "ROADS"],
  person: ["SELF", "ROADS"],
};

/** How a user asks, for a purpose that is true. */
export function questionOf({ people }: Pick<TestHub, "people">, user: User): Question {
  const { document, caseNumber } = people.ringMember;
  const [purpose, reference] = PURPOSES[user];
  return {
    as: user,
    purpose,
    reference: reference ?? caseNumber ?? "",
    variables: { document, yes: true, no: false },
  };
}
