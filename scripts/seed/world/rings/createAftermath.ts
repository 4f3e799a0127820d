import { addDays } from "../../../../schema/contract/calendar";
import type { WorldBlacklistEntry, WorldIndicator, WorldTip, WorldVisit } from "../../worldModel";
import type { Block } from "../block";
import type { HolderDraft } from "../holderDraft";
import { anyMoment, earlier, officeMoment } from "../worldCalendar";
import type { RingHoldings, RingPlan } from "./ring";

/** What police and carriers did in the neighbourhood of a ring. */
export interface Aftermath {
  readonly visits: readonly WorldVisit[];
  readonly tips: readonly WorldTip[];
  readonly indicators: readonly WorldIndicator[];
  readonly blacklist: readonly WorldBlacklistEntry[];
}

const VISIT_STATUSES: readonly WorldVisit["status"][] = ["SIGNED", "PLANNED", "MET", "REFUSED"];
const VISITED = 5;
const TIP_STATUSES = ["LINKED", "UNFOUNDED", "REWARDED", "RECEIVED"];
const TIPS_PER_RING = 2;
const TIP_CONTENTS = [
  "有人在小区门口高价收购银行卡和手机卡，承诺每张每月八百元",
  "邻居家长期有陌生人进出，桌上摆着十几部手机",
  "朋友圈有人招募“跑分”兼职，要求提供银行卡和支付密码",
  "通讯店老板劝我多办几张卡交给他代管",
];
const INDICATORS = [
  ["SPOOFING_SOFTWARE", "任意显改号通 v3.2", "DELETED"],
  ["FALSE_INFORMATION", "“注销校园贷影响征信”虚假通知", "BLOCKED"],
  ["TROJAN", "远程会议助手_安装包.apk", "BLOCKED"],
  ["WEBSITE", "invest-yunling.example", "SHUT"],
  ["NETWORK_ACCOUNT", "群聊：日结兼职跑分群", "SHUT"],
  ["ILLEGAL_VOIP", "网络电话落地线路 026-2 段", "REPORTED"],
  ["WEBSITE", "shop-refund.example", "DISMISSED"],
] as const;
const BLACKLIST_YEARS_DAYS = 2 * 365;
const BLACKLISTED_SHARE = 0.5;

/** What followed the ring in its neighbourhood: visits, tips, indicators, and whom the carrier refuses. */
export function createAftermath(block: Block, ring: RingPlan, holdings: RingHoldings): Aftermath {
  return {
    visits: ring.members
      .slice(0, VISITED)
      .map((member, position) => createVisit(block, ring, member, position)),
    tips: Array.from({ length: TIPS_PER_RING }, (_, position) => createTip(block, ring, position)),
    indicators: [createIndicator(block, ring)],
    blacklist: createBlacklist(block, ring, holdings),
  };
}

function createVisit(block: Block, ring: RingPlan, member: HolderDraft, position: number): WorldVisit {
  const { random, plan, division } = block;
  const status = VISIT_STATUSES[(block.index + position) % VISIT_STATUSES.length] ?? "PLANNED";
  const yesterday = addDays(plan.today, -1);
  const metOn = earlier(addDays(ring.recognisedOn, random.integer(3, 30)), yesterday);
  const isPlanned = status === "PLANNED";
  return {
    id: random.uuid(),
    subject: member.subject.document,
    region: division.code,
    status,
    plannedOn: isPlanned
      ? addDays(plan.today, random.integer(-2, 14))
      : earlier(addDays(ring.recognisedOn, 2), metOn),
    metOn: isPlanned ? null : metOn,
    commitmentReference: status === "SIGNED" ? `承诺书-${ring.caseNumber}-${position + 1}` : null,
  };
}

function createTip(block: Block, ring: RingPlan, position: number): WorldTip {
  const { random } = block;
  const status = TIP_STATUSES[(block.index * TIPS_PER_RING + position) % TIP_STATUSES.length] ?? "RECEIVED";
  const isLinked = status === "LINKED" || status === "REWARDED";
  return {
    id: random.uuid(),
    receivedAt: anyMoment(addDays(ring.caseOpenedOn, -random.integer(1, 15)), random),
    content: random.pick(TIP_CONTENTS),
    status,
    caseNumber: isLinked ? ring.caseNumber : null,
    rewardDue: status === "REWARDED" || (status === "LINKED" && random.chance(0.4)),
  };
}

function createIndicator(block: Block, ring: RingPlan): WorldIndicator {
  const { random, plan } = block;
  const [kind, value, status] = INDICATORS[block.index % INDICATORS.length] ?? INDICATORS[0];
  const recordedOn = earlier(addDays(ring.caseOpenedOn, random.integer(0, 20)), addDays(plan.today, -1));
  return {
    id: random.uuid(),
    kind,
    status,
    value,
    caseNumber: status === "DISMISSED" ? null : ring.caseNumber,
    recordedAt: officeMoment(recordedOn, random),
  };
}

// RN-4: grave cases alone, for a time, and with a way out.
function createBlacklist(block: Block, ring: RingPlan, holdings: RingHoldings): WorldBlacklistEntry[] {
  const { random, plan } = block;
  const carrier = holdings.lines[0]?.carrier;
  if (carrier === undefined || !random.chance(BLACKLISTED_SHARE)) return [];
  return ring.members.slice(0, 2).map((member, position) => {
    const liftedOn = addDays(ring.recognisedOn, 120);
    const isLifted = position === 1 && liftedOn < plan.today && random.chance(0.5);
    return {
      id: random.uuid(),
      holder: member.subject.document,
      carrier,
      reason: "名下号码涉电信网络诈骗案件，情形严重",
      startsOn: ring.recognisedOn,
      endsOn: position === 0 ? null : addDays(ring.recognisedOn, BLACKLIST_YEARS_DAYS),
      liftedAt: isLifted ? officeMoment(liftedOn, random) : null,
    };
  });
}
