import { addDays } from "../../../../schema/contract/calendar";
import type { WorldFlag } from "../../worldModel";
import type { Block } from "../block";
import type { LineDraft } from "../holderDraft";
import { anyMoment, earlier, minutesAfter } from "../worldCalendar";

/** What is decided about a flag before it is raised. */
export interface FlagSpec {
  readonly kind: string;
  readonly observedOn: string;
  readonly status: WorldFlag["status"];
}

const HOUR_MINUTES = 60;
const CALL_KINDS = ["ILLEGAL_OUTBOUND", "HARASSING_CALLS", "ABNORMAL_FREQUENCY", "SPAM_SMS"];
const EVIDENCE: Readonly<Record<string, string>> = {
  ILLEGAL_OUTBOUND: "单日外呼异常集中，主叫号码与登记用途不符",
  HARASSING_CALLS: "被叫用户标记骚扰",
  ABNORMAL_FREQUENCY: "短时高频呼叫，通话时长均低于十秒",
  SPAM_SMS: "群发含链接短信",
  ILLEGAL_RESALE: "二手平台发现该号码转售信息",
  POLICE_NOTICE: "公安机关通报涉案",
  USER_COMPLAINTS: "一周内多名用户投诉",
  FORGED_ID: "留存影像与证件不一致",
};

/** Raises a flag on a line; a verified or dismissed one was looked at within two days. */
export function createFlag(block: Block, line: LineDraft, spec: FlagSpec): WorldFlag {
  const { random, plan } = block;
  const observedFrom = anyMoment(earlier(spec.observedOn, addDays(plan.today, -2)), random);
  const observedTo = minutesAfter(observedFrom, random.integer(1, 6) * HOUR_MINUTES);
  const reportedAt = minutesAfter(observedTo, random.integer(5, 3 * HOUR_MINUTES));
  const isOpen = spec.status === "REPORTED";
  const verifiedAt = earlier(minutesAfter(reportedAt, random.integer(20, 44 * HOUR_MINUTES)), plan.nowAt);
  return {
    id: random.uuid(),
    kind: spec.kind,
    status: spec.status,
    observedFrom,
    observedTo,
    callCount: CALL_KINDS.includes(spec.kind) ? random.integer(180, 4200) : null,
    complaintCount: spec.kind === "USER_COMPLAINTS" ? random.integer(3, 60) : null,
    evidence: EVIDENCE[spec.kind] ?? null,
    reportedAt,
    verifiedBy: isOpen
      ? null
      : spec.kind === "POLICE_NOTICE"
        ? "police/authority"
        : `carrier/${line.carrier.toLowerCase()}-risk`,
    verifiedAt: isOpen ? null : verifiedAt,
    note: isOpen ? null : spec.status === "VERIFIED" ? "人工核实属实" : "核实为误报，予以撤销",
  };
}
