import type { WorldCase, WorldSanction } from "../../worldModel";
import type { Block } from "../block";
import { HOME_CITY_ORGAN } from "../reference/organs";
import { createInvolvement } from "../rings/createInvolvements";
import { applySanction } from "../sanctions/applySanction";
import { createSanction } from "../sanctions/createSanction";
import { momentOn } from "../worldCalendar";
import type { Cast } from "./createCast";
import { NAMED_OFFICERS, namedCases, openNamedCase } from "./namedCases";
import { openAccount, openLine } from "./openHoldings";

/** A story of the police: what they opened and what they imposed. */
export interface PoliceStory {
  readonly case: WorldCase;
  readonly sanctions: readonly WorldSanction[];
}

/** The banks in the order of their orders: one in time, one late, one that has still not acted; the wallet in time. */
const OUTCOMES = ["ON_TIME", "LATE", "WAITING", "ON_TIME"] as const;

/** Recognised on 29 February 2024 under the notice of 2020: in force up to and including 28 February 2029. */
export function tellSanctioned(block: Block, { sanctioned }: Cast): PoliceStory {
  const named = namedCases(block.plan.today).sanctioned;
  openLine(block, sanctioned, "C01", "2016-02-17");
  openLine(block, sanctioned, "C03", "2020-07-09");
  openAccount(block, sanctioned, {
    institution: "102",
    kind: "DEBIT_CARD",
    accountClass: "I",
    openedOn: "2015-04-22",
  });
  openAccount(block, sanctioned, {
    institution: "103",
    kind: "DEBIT_CARD",
    accountClass: "I",
    openedOn: "2019-01-30",
  });
  openAccount(block, sanctioned, {
    institution: "106",
    kind: "PASSBOOK",
    accountClass: "I",
    openedOn: "2013-12-12",
  });
  openAccount(block, sanctioned, {
    institution: "Z01",
    kind: "PAYMENT_ACCOUNT",
    accountClass: "III",
    openedOn: "2021-05-05",
  });
  const subject = sanctioned.subject.document;
  const sanction = createSanction(block, {
    subject,
    role: "INDIVIDUAL",
    conduct: "ILLEGAL_SALE",
    instruments: ["PERSONAL_CARD"],
    recognisedOn: named.recognisedOn,
    recognisedBy: HOME_CITY_ORGAN,
    caseNumber: named.number,
    course: { status: "ACTIVE", objections: [], liftedAt: null },
  });
  const applied = applySanction(block, sanction, sanctioned, position => OUTCOMES[position]);
  const ground = { organ: HOME_CITY_ORGAN, officers: NAMED_OFFICERS, caseOpenedOn: named.openedOn, ...named };
  const involvement = createInvolvement(block, ground, {
    role: "HOLDER",
    standing: "RECOGNISED",
    target: { subject },
    conduct: sanction.conduct,
    isConfirmed: true,
  });
  const stages = [
    { name: "FILED", enteredOn: named.openedOn },
    { name: "INVESTIGATION", enteredOn: "2024-01-18" },
    { name: "ARREST_REVIEW", enteredOn: "2024-04-11" },
    { name: "PROSECUTION", enteredOn: "2024-10-23" },
  ];
  return { case: openNamedCase(named, { stages, involvements: [involvement] }), sanctions: [applied] };
}

/** Sanctioned in 2018 under the notice of 2016, lifted on her objection in 2019; nothing stands against her now. */
export function tellLifted(block: Block, { lifted }: Cast): PoliceStory {
  const named = namedCases(block.plan.today).lifted;
  openLine(block, lifted, "C02", "2012-10-15");
  openAccount(block, lifted, {
    institution: "102",
    kind: "DEBIT_CARD",
    accountClass: "I",
    openedOn: "2010-05-19",
  });
  openAccount(block, lifted, {
    institution: "106",
    kind: "DEBIT_CARD",
    accountClass: "I",
    openedOn: "2017-03-08",
  });
  openAccount(block, lifted, {
    institution: "Z02",
    kind: "PAYMENT_ACCOUNT",
    accountClass: "II",
    openedOn: "2016-08-01",
  });
  const decidedAt = momentOn("2019-03-18", 10 * 3600);
  const subject = lifted.subject.document;
  const sanction = createSanction(block, {
    subject,
    role: "INDIVIDUAL",
    conduct: "ILLEGAL_LEND",
    instruments: ["PERSONAL_CARD"],
    recognisedOn: named.recognisedOn,
    recognisedBy: HOME_CITY_ORGAN,
    caseNumber: named.number,
    course: {
      status: "LIFTED",
      liftedAt: decidedAt,
      objections: [
        {
          id: block.random.uuid(),
          status: "CONFIRMED",
          grounds: "身份证件曾遗失，账户系他人冒名开立",
          filedAt: momentOn("2019-03-05", 9.5 * 3600),
          dueAt: momentOn("2019-03-20", 9.5 * 3600),
          decidedAt,
          decision: "经核实，异议成立，解除惩戒措施",
          restoredAt: null, // known once the banks have restored: see applySanction
        },
      ],
    },
  });
  const applied = applySanction(block, sanction, lifted, () => "ON_TIME");
  const ground = { organ: HOME_CITY_ORGAN, officers: NAMED_OFFICERS, caseOpenedOn: named.openedOn, ...named };
  const involvement = createInvolvement(block, ground, {
    role: "HOLDER",
    standing: "WITHDRAWN",
    target: { subject },
    isConfirmed: true,
  });
  const stages = [{ name: "FILED", enteredOn: named.openedOn }];
  const closedOn = "2019-06-28";
  return {
    case: openNamedCase(named, { stages, involvements: [involvement], closedOn }),
    sanctions: [applied],
  };
}
