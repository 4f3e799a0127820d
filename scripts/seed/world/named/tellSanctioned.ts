import type { WorldSanction } from "../../worldModel";
import type { Block } from "../block";
import type { HolderDraft } from "../holderDraft";
import { HOME_CITY_ORGAN } from "../reference/organs";
import { createInvolvement } from "../rings/createInvolvements";
import { applySanction } from "../sanctions/applySanction";
import { createSanction } from "../sanctions/createSanction";
import type { Cast } from "./createCast";
import { groundOf, namedCases, openNamedCase, type NamedCase } from "./namedCases";
import { openAccount, openLine } from "./openHoldings";
import type { PoliceStory } from "./policeStory";

/** The banks in the order of their orders: one in time, one late, one that has still not acted; the wallet in time. */
const OUTCOMES = ["ON_TIME", "LATE", "WAITING", "ON_TIME"] as const;

/** Recognised on 29 February 2024 under the notice of 2020: in force up to and including 28 February 2029. */
export function tellSanctioned(block: Block, { sanctioned }: Cast): PoliceStory {
  const named = namedCases(block.plan.today).sanctioned;
  openHoldings(block, sanctioned);
  const sanction = imposeSanction(block, sanctioned, named);
  const involvement = createInvolvement(block, groundOf(named), {
    role: "HOLDER",
    standing: "RECOGNISED",
    target: { subject: sanctioned.subject.document },
    conduct: sanction.conduct,
    isConfirmed: true,
  });
  const stages = [
    { name: "FILED", enteredOn: named.openedOn },
    { name: "INVESTIGATION", enteredOn: "2024-01-18" },
    { name: "ARREST_REVIEW", enteredOn: "2024-04-11" },
    { name: "PROSECUTION", enteredOn: "2024-10-23" },
  ];
  return { case: openNamedCase(named, { stages, involvements: [involvement] }), sanctions: [sanction] };
}

function openHoldings(block: Block, holder: HolderDraft): void {
  openLine(block, holder, "C01", "2016-02-17");
  openLine(block, holder, "C03", "2020-07-09");
  const classOne = { accountClass: "I" } as const;
  openAccount(block, holder, { ...classOne, institution: "102", kind: "DEBIT_CARD", openedOn: "2015-04-22" });
  openAccount(block, holder, { ...classOne, institution: "103", kind: "DEBIT_CARD", openedOn: "2019-01-30" });
  openAccount(block, holder, { ...classOne, institution: "106", kind: "PASSBOOK", openedOn: "2013-12-12" });
  openAccount(block, holder, {
    institution: "Z01",
    kind: "PAYMENT_ACCOUNT",
    accountClass: "III",
    openedOn: "2021-05-05",
  });
}

function imposeSanction(block: Block, holder: HolderDraft, named: NamedCase): WorldSanction {
  const sanction = createSanction(block, {
    subject: holder.subject.document,
    role: "INDIVIDUAL",
    conduct: "ILLEGAL_SALE",
    instruments: ["PERSONAL_CARD"],
    recognisedOn: named.recognisedOn,
    recognisedBy: HOME_CITY_ORGAN,
    caseNumber: named.number,
    course: { status: "ACTIVE", objections: [], liftedAt: null },
  });
  return applySanction(block, sanction, holder, position => OUTCOMES[position]);
}
