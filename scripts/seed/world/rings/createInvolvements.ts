import { addDays } from "../../../../schema/contract/calendar";
import type { WorldAccountRef, WorldDocument, WorldInvolvement } from "../../worldModel";
import type { Block } from "../block";
import { earlier, minutesAfter, officeMoment } from "../worldCalendar";
import type { CaseOfficers } from "./createCaseOfficers";
import type { RingHoldings, RingPlan } from "./ring";

type Standing = WorldInvolvement["standing"];

const STANDINGS = [
  ["RECOGNISED", 62],
  ["LEAD", 28],
  ["WITHDRAWN", 10],
] as const;
/** The lead has looked at most of what officers have added. */
const CONFIRMED_SHARE = 0.8;
const CONFIRMED_HOURS_AFTER = [2, 40] as const;
const INVOLVED_LINE_SHARE = 0.6;
const HOUR_MINUTES = 60;
const WITHDRAWN_DAYS_AFTER = [4, 30] as const;

/** What an involvement is about: exactly one of the three. */
type Target =
  | { readonly subject: WorldDocument }
  | { readonly lineNumber: string }
  | { readonly account: WorldAccountRef };

/** What is decided about an involvement before it is recorded. */
export interface InvolvementSpec {
  readonly role: string;
  readonly standing: Standing;
  readonly target: Target;
  readonly conduct?: string;
  readonly isConfirmed?: boolean;
}

/** Where and when a case's involvements are recorded. */
export interface InvolvementGround {
  readonly organ: string;
  readonly officers: CaseOfficers;
  readonly caseOpenedOn: string;
  readonly recognisedOn: string;
}

/** Everything the case's officers have recorded of the ring: people, accounts, lines, victims. */
export function createInvolvements(
  block: Block,
  ring: RingPlan,
  holdings: RingHoldings,
  officers: CaseOfficers,
): WorldInvolvement[] {
  const ground: InvolvementGround = { ...ring, officers };
  return specsOf(block, ring, holdings).map(spec => createInvolvement(block, ground, spec));
}

function specsOf({ random }: Block, ring: RingPlan, holdings: RingHoldings): InvolvementSpec[] {
  const standing = (): Standing => random.weighted(STANDINGS);
  const members = ring.members.map((member, position): InvolvementSpec => {
    const sanction = ring.sanctions.get(member);
    return {
      role: position < 2 ? "PERPETRATOR" : "HOLDER",
      standing: sanction === undefined ? standing() : "RECOGNISED",
      target: { subject: member.subject.document },
      conduct: sanction?.conduct,
    };
  });
  const accounts = holdings.mules.map(({ account }): InvolvementSpec => {
    const { institution, number } = account;
    return { role: "HOLDER", standing: standing(), target: { account: { institution, number } } };
  });
  const lines = holdings.lines
    .filter(() => random.chance(INVOLVED_LINE_SHARE))
    .map((line): InvolvementSpec => ({
      role: "HOLDER",
      standing: standing(),
      target: { lineNumber: line.number },
    }));
  return [...members, ...shellSpecs(ring, holdings), ...accounts, ...lines, ...victimSpecs(ring)];
}

// Whoever stands behind a unit's telephone answers as well (PT).
function shellSpecs(ring: RingPlan, { shell }: RingHoldings): InvolvementSpec[] {
  if (shell === null) return [];
  const [organiser, recruiter] = ring.members;
  return [
    { role: "HOLDER", standing: "RECOGNISED", target: { subject: shell.subject.document } },
    { role: "LEGAL_REPRESENTATIVE", standing: "RECOGNISED", target: { subject: recruiter.subject.document } },
    { role: "RESPONSIBLE_PERSON", standing: "LEAD", target: { subject: organiser.subject.document } },
  ];
}

function victimSpecs(ring: RingPlan): InvolvementSpec[] {
  return ring.victims.map(victim => ({
    role: "VICTIM",
    standing: "LEAD",
    target: { subject: victim.subject.document },
  }));
}

/** Records one involvement on one of the first days of the case, with what has become of it since. */
export function createInvolvement(
  block: Block,
  ground: InvolvementGround,
  spec: InvolvementSpec,
): WorldInvolvement {
  const { random, plan } = block;
  const yesterday = addDays(plan.today, -1);
  const markedAt = officeMoment(
    earlier(addDays(ground.caseOpenedOn, random.integer(0, 6)), yesterday),
    random,
  );
  const confirmedAt = minutesAfter(markedAt, random.integer(...CONFIRMED_HOURS_AFTER) * HOUR_MINUTES);
  const isConfirmed = (spec.isConfirmed ?? random.chance(CONFIRMED_SHARE)) && confirmedAt <= plan.nowAt;
  const isRecognised = spec.standing === "RECOGNISED";
  const withdrawnOn = earlier(
    addDays(ground.recognisedOn, random.integer(...WITHDRAWN_DAYS_AFTER)),
    yesterday,
  );
  return {
    id: random.uuid(),
    role: spec.role,
    standing: spec.standing,
    subject: null,
    lineNumber: null,
    account: null,
    ...spec.target,
    conduct: spec.conduct ?? null,
    knowing: spec.conduct === undefined ? null : random.chance(0.7),
    addedBy: random.pick(ground.officers.investigators),
    confirmedBy: isConfirmed ? ground.officers.lead : null,
    confirmedAt: isConfirmed ? confirmedAt : null,
    recognisedBy: isRecognised ? ground.organ : null,
    recognisedOn: isRecognised ? ground.recognisedOn : null,
    markedAt,
    withdrawnAt: spec.standing === "WITHDRAWN" ? officeMoment(withdrawnOn, random) : null,
  };
}
