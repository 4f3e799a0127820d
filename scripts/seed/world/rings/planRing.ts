import { addDays, addYears } from "../../../../schema/contract/calendar";
import type { WorldSanction } from "../../worldModel";
import type { Block } from "../block";
import type { HolderDraft } from "../holderDraft";
import { cityOrganOf } from "../reference/organs";
import { createSanction } from "../sanctions/createSanction";
import { versionOn } from "../sanctions/ruleVersions";
import { earlier, later } from "../worldCalendar";
import type { RingPlan } from "./ring";
import { ringEra } from "./ringEras";

const LEAST_MEMBERS = 4;
const MOST_MEMBERS = 12;
const MOST_VICTIMS = 3;
/** With fewer people than that there is no room for members, victims and those who have no part in it. */
const LEAST_CANDIDATES = LEAST_MEMBERS + MOST_VICTIMS + 1;
const ADULT_YEARS = 18;
const PREPARATION_DAYS = 100;
const RECOGNISED_DAYS_AFTER = [8, 16] as const;
/** N16-5 lets banks and payment institutions act from 2017 on. */
const EARLIEST_RECOGNITION = "2017-01-09";
const SANCTIONED_SHARE = 0.55;
const PHONE_CARD_SHARE = 0.5;
/** Serial numbers below belong to the cases told by hand. */
const FIRST_SERIAL = 100;

/** Plans the ring of a neighbourhood, or none when too few grown-up people are to be had. */
export function planRing(block: Block, people: readonly HolderDraft[]): RingPlan | null {
  const { random, plan } = block;
  const era = ringEra(block.index, plan.today);
  const caseOpenedOn = dayBetween(block, era.openedFrom, era.openedTo);
  const preparedOn = addDays(caseOpenedOn, -PREPARATION_DAYS);
  const grownUp = people.filter(person => addYears(person.since, ADULT_YEARS) < preparedOn);
  if (grownUp.length < LEAST_CANDIDATES) return null;
  const size = Math.min(random.integer(LEAST_MEMBERS, MOST_MEMBERS), grownUp.length - MOST_VICTIMS - 1);
  const [lender, organiser, recruiter, ...others] = random.sample(grownUp, size + MOST_VICTIMS + 1);
  if (lender === undefined || organiser === undefined || recruiter === undefined) return null;
  const organ = cityOrganOf(block.division);
  const caseNumber = caseNumberOf(organ, caseOpenedOn, FIRST_SERIAL + block.index);
  const recognisedOn = later(
    EARLIEST_RECOGNITION,
    earlier(addDays(caseOpenedOn, random.integer(...RECOGNISED_DAYS_AFTER)), addDays(plan.today, -1)),
  );
  const members: RingPlan["members"] = [organiser, recruiter, ...others.slice(0, size - 2)];
  return {
    era,
    members,
    victims: others.slice(size - 2).slice(0, random.integer(1, MOST_VICTIMS)),
    lender,
    caseNumber,
    organ,
    preparedOn,
    caseOpenedOn,
    recognisedOn,
    sanctions: sanctionMembers(block, { members, organ, caseNumber, recognisedOn }),
  };
}

/** The number of a case: the organ's code, the year, and the organ's serial number. */
export function caseNumberOf(organ: string, openedOn: string, serial: number): string {
  return `${organ}-${openedOn.slice(0, 4)}-${String(serial).padStart(3, "0")}`;
}

function dayBetween({ random }: Block, first: string, last: string): string {
  const days = Math.max(0, Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000));
  return addDays(first, random.integer(0, days));
}

function sanctionMembers(
  block: Block,
  ring: Pick<RingPlan, "members" | "organ" | "caseNumber" | "recognisedOn">,
): Map<HolderDraft, WorldSanction> {
  const sanctions = new Map<HolderDraft, WorldSanction>();
  ring.members.forEach((member, position) => {
    if (position > 0 && !block.random.chance(SANCTIONED_SHARE)) return;
    sanctions.set(member, sanctionMember(block, ring, member, position));
  });
  return sanctions;
}

function sanctionMember(
  block: Block,
  ring: Pick<RingPlan, "organ" | "caseNumber" | "recognisedOn">,
  member: HolderDraft,
  position: number,
): WorldSanction {
  const { random, plan } = block;
  const recognisedOn = earlier(addDays(ring.recognisedOn, random.integer(2, 20)), addDays(plan.today, -1));
  const soldPhones = random.chance(PHONE_CARD_SHARE);
  return createSanction(block, {
    subject: member.subject.document,
    role: position === 0 ? "ORGANISER" : "INDIVIDUAL",
    conduct: position === 0 ? "ILLEGAL_PURCHASE" : random.pick(conductsOfMules(recognisedOn)),
    instruments: ["PERSONAL_CARD", "PAYMENT_ACCOUNT", ...(soldPhones ? ["PHONE_CARD"] : [])],
    recognisedOn,
    recognisedBy: ring.organ,
    caseNumber: ring.caseNumber,
    telecomKinds: soldPhones ? ["NO_NEW_LINE", random.pick(["SUSPEND_LINE", "REVERIFY"])] : [],
  });
}

// Whoever buys belongs to the organisers; a conviction comes later than the recognition.
function conductsOfMules(day: string): string[] {
  return versionOn(day).conducts.filter(
    conduct => conduct !== "ILLEGAL_PURCHASE" && conduct !== "CRIMINAL_CONVICTION",
  );
}
