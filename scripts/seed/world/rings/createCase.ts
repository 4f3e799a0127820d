import { addDays } from "../../../../schema/contract/calendar";
import type {
  WorldAccessApproval,
  WorldCase,
  WorldFreeze,
  WorldInvolvement,
  WorldStatementRequest,
  WorldStopPayment,
  WorldSurrender,
} from "../../worldModel";
import type { Block } from "../block";
import { minutesAfter, officeMoment } from "../worldCalendar";
import type { CaseOfficers } from "./createCaseOfficers";
import type { RingPlan } from "./ring";

/** What has been recorded of a case. */
export interface CaseContents {
  readonly officers: CaseOfficers;
  readonly involvements: readonly WorldInvolvement[];
  readonly stopPayments: readonly WorldStopPayment[];
  readonly freezes: readonly WorldFreeze[];
  readonly statementRequests: readonly WorldStatementRequest[];
}

const CODE_NAMES = ["断链", "清源", "利剑", "净网", "长风", "破茧", "雷霆", "守望"];
const KINDS = [
  "跑分洗钱团伙案",
  "冒充客服诈骗案",
  "非法买卖“两卡”案",
  "虚假投资理财诈骗案",
  "刷单返利诈骗案",
];
/** Days from the opening of a case to each stage, about. */
const STAGES = [
  ["FILED", 0],
  ["INVESTIGATION", 3],
  ["ARREST_REVIEW", 45],
  ["PROSECUTION", 120],
  ["TRIAL", 230],
  ["JUDGED", 320],
] as const;
/** Cases differ from the usual pace by up to this part of it. */
const PACE_SPREAD = 0.3;
const CLOSED_DAYS_AFTER_JUDGEMENT = 25;
const APPROVAL_SHARE = 0.3;
const APPROVAL_DAYS = 7;
const DAY_MINUTES = 24 * 60;

/** Makes the case of a ring: its way through the stages up to today, and all that was recorded in it. */
export function createCase(block: Block, ring: RingPlan, contents: CaseContents): WorldCase {
  const { random, plan, division } = block;
  const stages = createStages(block, ring.caseOpenedOn);
  const closedOn = closingDay(stages);
  const isClosed = closedOn !== null && closedOn < plan.today;
  const { lead, investigators } = contents.officers;
  return {
    number: ring.caseNumber,
    title: `${division.cityName}“${random.pick(CODE_NAMES)}”${random.pick(KINDS)}`,
    authority: ring.organ,
    status: isClosed ? "CLOSED" : "OPEN",
    openedOn: ring.caseOpenedOn,
    closedOn: isClosed ? closedOn : null,
    officers: [lead, ...investigators],
    lead,
    stages,
    involvements: contents.involvements,
    surrenders: createSurrenders(block, ring),
    stopPayments: contents.stopPayments,
    freezes: contents.freezes,
    statementRequests: contents.statementRequests,
    approvals: random.chance(APPROVAL_SHARE) ? createApprovals(block, ring, contents.officers) : [],
  };
}

function createStages({ random, plan }: Block, openedOn: string): WorldCase["stages"] {
  const pace = 1 + (random.fraction() * 2 - 1) * PACE_SPREAD;
  return STAGES.map(([name, days]) => ({
    name,
    enteredOn: addDays(openedOn, Math.round(days * pace)),
  })).filter(stage => stage.enteredOn < plan.today);
}

function closingDay(stages: WorldCase["stages"]): string | null {
  const judged = stages.find(stage => stage.name === "JUDGED");
  return judged === undefined ? null : addDays(judged.enteredOn, CLOSED_DAYS_AFTER_JUDGEMENT);
}

function createSurrenders({ random }: Block, ring: RingPlan): WorldSurrender[] {
  return ring.era.surrenders.map((surrenderedOn, position) => ({
    id: random.uuid(),
    // From the end: those who sold their cards give up first.
    subject: (ring.members.at(-1 - position) ?? ring.members[0]).subject.document,
    surrenderedOn,
    // The one inside the window meets its conditions; for the one outside they make no difference.
    confessed: position === 0 || random.chance(0.8),
    exposedOthers: position === 0 || random.chance(0.5),
  }));
}

function createApprovals({ random }: Block, ring: RingPlan, officers: CaseOfficers): WorldAccessApproval[] {
  const approvedAt = officeMoment(addDays(ring.caseOpenedOn, random.integer(4, 12)), random);
  return officers.investigators.slice(0, 1).map(officer => ({
    id: random.uuid(),
    officer,
    approvedBy: officers.lead,
    reason: "需延伸核查资金二级账户持有人",
    approvedAt,
    expiresAt: minutesAfter(approvedAt, APPROVAL_DAYS * DAY_MINUTES),
  }));
}
