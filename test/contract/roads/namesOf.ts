import type { NamedPeople } from "../../../scripts/seed/worldModel";
import type { User } from "../verdicts/verdict";
import type { KnownNames } from "./arguments";

const INSTITUTIONS: Readonly<Partial<Record<User, string>>> = {
  "bank-risk": "102",
  "bank-reporting": "102",
  "payment-risk": "Z01",
  "carrier-risk": "C01",
  "carrier-reporting": "C01",
};

/** What a user's arguments name: their own institution, a person of their purpose. */
export function namesOf(user: User, people: NamedPeople, subjectId: string): KnownNames {
  return {
    institution: INSTITUTIONS[user] ?? "102",
    carrier: INSTITUTIONS[user] ?? "C01",
    product: user === "payment-risk" ? "PAYMENT_CLASS_I" : "DEBIT_CARD_CLASS_I",
    caseNumber: people.ringMember.caseNumber ?? "",
    lineNumber: "13900000000",
    accountNumber: "6222020000000000000",
    subjectId,
  };
}
