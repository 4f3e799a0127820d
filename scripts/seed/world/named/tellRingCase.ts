import { addDays } from "../../../../schema/contract/calendar";
import type { Block } from "../block";
import { stopPayment } from "../orders/stopPayment";
import { HOME_CITY_ORGAN } from "../reference/organs";
import { createInvolvement, type InvolvementSpec } from "../rings/createInvolvements";
import { restrictByCase } from "../rings/restrictByCase";
import { applySanction } from "../sanctions/applySanction";
import { createSanction } from "../sanctions/createSanction";
import { verifyInvolvedLines } from "../rings/verifyInvolvedLines";
import { minutesAfter } from "../worldCalendar";
import type { Cast } from "./createCast";
import { AUTHORITY_OFFICER, groundOf, namedCases, openNamedCase } from "./namedCases";
import type { NamedRing } from "./tellRing";
import type { PoliceStory } from "./policeStory";

/** Recognised a week after the accounts were: fresh enough for banks to be at different stages of carrying it out. */
const SANCTIONED_DAYS_AFTER = 8;
/** A lead restricts nothing for good, but its money can be stopped: this stop-payment stands all day. */
const STOPPED_HOURS_AGO = 5;
/** What the banks and wallets have done so far, in the order of the orders. */
const OUTCOMES = ["ON_TIME", "LATE", "WAITING", "ON_TIME", "ON_TIME", "WAITING"] as const;

/** The open case around `ringMember`, and the sanction that it brought him. */
export function tellRingCase(block: Block, cast: Cast, ring: NamedRing): PoliceStory {
  const named = namedCases(block.plan.today).ring;
  const subject = cast.ringMember.subject.document;
  const sanction = createSanction(block, {
    subject,
    role: "INDIVIDUAL",
    conduct: "ILLEGAL_RENT",
    instruments: ["PERSONAL_CARD", "PAYMENT_ACCOUNT", "PHONE_CARD"],
    recognisedOn: addDays(named.recognisedOn, SANCTIONED_DAYS_AFTER),
    recognisedBy: HOME_CITY_ORGAN,
    caseNumber: named.number,
    telecomKinds: ["NO_NEW_LINE", "REVERIFY"],
    course: { status: "ACTIVE", objections: [], liftedAt: null },
  });
  const involvements = specsOf(cast, ring).map(spec => createInvolvement(block, groundOf(named), spec));
  verifyInvolvedLines(block, named.number, ring.lines, involvements);
  const action = { caseNumber: named.number, organ: HOME_CITY_ORGAN, officer: AUTHORITY_OFFICER };
  const holders = [cast.ringMember, cast.receivesMoney];
  const accountWork = restrictByCase(block, { ...action, holders }, involvements);
  const applied = applySanction(block, sanction, cast.ringMember, position => OUTCOMES[position]);
  const stop = stopPayment(block, ring.secondMule, {
    caseNumber: named.number,
    startsAt: minutesAfter(block.plan.nowAt, -STOPPED_HOURS_AGO * 60),
    sequence: 1,
    outcome: "ON_TIME",
  });
  const stages = [
    { name: "FILED", enteredOn: named.openedOn },
    { name: "INVESTIGATION", enteredOn: addDays(named.openedOn, 2) },
  ];
  return {
    case: openNamedCase(named, { stages, involvements, stopPayments: [stop], accountWork }),
    sanctions: [applied],
  };
}

// The lead has confirmed the two at the centre and the victim; the others are known by one step from them.
function specsOf(cast: Cast, { lines, firstMule, secondMule }: NamedRing): InvolvementSpec[] {
  const account = ({ institution, number }: NamedRing["firstMule"]) => ({ account: { institution, number } });
  const person = (holder: Cast["clean"]) => ({ subject: holder.subject.document });
  return [
    {
      role: "HOLDER",
      standing: "RECOGNISED",
      target: person(cast.ringMember),
      conduct: "ILLEGAL_RENT",
      isConfirmed: true,
    },
    {
      role: "PERPETRATOR",
      standing: "RECOGNISED",
      target: person(cast.organiser),
      conduct: "ILLEGAL_PURCHASE",
      isConfirmed: true,
    },
    { role: "HOLDER", standing: "LEAD", target: person(cast.sharesPhone), isConfirmed: false },
    { role: "VICTIM", standing: "LEAD", target: person(cast.victim), isConfirmed: true },
    { role: "HOLDER", standing: "RECOGNISED", target: account(firstMule), isConfirmed: true },
    { role: "HOLDER", standing: "LEAD", target: account(secondMule), isConfirmed: false },
    ...lines.slice(1, 2).map((line): InvolvementSpec => ({
      role: "HOLDER",
      standing: "RECOGNISED",
      target: { lineNumber: line.number },
      isConfirmed: true,
    })),
  ];
}
