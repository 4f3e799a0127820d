import { addDays } from "../../../../schema/contract/calendar";
import type { WorldFlag, WorldInvolvement } from "../../worldModel";
import type { Block } from "../block";
import { createFlag } from "../holdings/createFlag";
import type { LineDraft } from "../holderDraft";
import { finding } from "../orders/finding";
import { orderLine } from "../orders/orderLine";
import { minutesAfter } from "../worldCalendar";
import type { RingHoldings, RingPlan } from "./ring";
import { verifyInvolvedLines } from "./verifyInvolvedLines";

const FLAG_KINDS = [
  "ILLEGAL_OUTBOUND",
  "HARASSING_CALLS",
  "ABNORMAL_FREQUENCY",
  "SPAM_SMS",
  "ILLEGAL_RESALE",
  "POLICE_NOTICE",
  "USER_COMPLAINTS",
  "FORGED_ID",
];
const FEWEST_FLAGS = 4;
const MOST_FLAGS = 9;
const FRESH_STATUSES = [
  ["REPORTED", 5],
  ["VERIFIED", 4],
  ["DISMISSED", 1],
] as const;
const OLD_STATUSES = [
  ["VERIFIED", 8],
  ["DISMISSED", 2],
] as const;
/** The days before the case in which the lines were noticed. */
const NOTICED_DAYS_BEFORE_CASE = [1, 20] as const;
/** Old suspensions have been lived through: the lines have been handed back or given up since. */
const SUSPENDED_DAYS = 180;

/** Flags the ring's lines, suspends those with a verified flag, and has the involved ones verified again. */
export function flagRingLines(
  block: Block,
  ring: RingPlan,
  holdings: RingHoldings,
  involvements: readonly WorldInvolvement[],
): void {
  const { random } = block;
  const lines = [...holdings.lines, ...(holdings.shell?.lines ?? [])];
  const count = random.integer(FEWEST_FLAGS, MOST_FLAGS);
  for (let position = 0; position < count; position += 1) {
    // Counted on from ring to ring, so that no kind is left out by chance.
    const kind = FLAG_KINDS[(block.index * FEWEST_FLAGS + position) % FLAG_KINDS.length] ?? "POLICE_NOTICE";
    raiseFlag(block, ring, random.pick(lines), kind);
  }
  verifyInvolvedLines(block, ring.caseNumber, lines, involvements);
}

function raiseFlag(block: Block, ring: RingPlan, line: LineDraft, kind: string): void {
  const { random } = block;
  const flag = createFlag(block, line, {
    kind,
    observedOn: addDays(ring.caseOpenedOn, -random.integer(...NOTICED_DAYS_BEFORE_CASE)),
    status: random.weighted<WorldFlag["status"]>(ring.era.isRecent ? FRESH_STATUSES : OLD_STATUSES),
  });
  line.flags.push(flag);
  if (flag.status !== "VERIFIED" || flag.verifiedAt === null || random.chance(0.5)) return;
  orderLine(block, line, {
    kind: "SUSPEND",
    issuedAt: minutesAfter(flag.verifiedAt, 1),
    causeId: flag.id,
    reason: finding("verifiedBeforeStop", "SH", "The flag was verified.", { fact: kind }),
    endedAt: ring.era.isRecent ? null : minutesAfter(flag.verifiedAt, SUSPENDED_DAYS * 24 * 60),
  });
}
