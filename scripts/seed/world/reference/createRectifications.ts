import { addDays } from "../../../../schema/contract/calendar";
import type { WorldRectification } from "../../worldModel";
import { finding } from "../orders/finding";
import type { WorldPlan } from "../worldPlan";
import { HOME_CITY } from "./organs";

interface Fixed {
  readonly targetKind: WorldRectification["targetKind"];
  readonly institution: string;
  readonly ruleId: string;
  readonly message: string;
  readonly status: string;
  /** Days from today: when it was ordered, when it is due, when it was closed or shut. */
  readonly days: readonly [number, number, number | null];
}

const ARTICLES: Readonly<Record<string, string>> = { idVerification: "N16-3", whoOpensAnswers: "N20-3" };

const RECTIFICATIONS: readonly Fixed[] = [
  {
    targetKind: "AGENT",
    institution: "C01",
    ruleId: "agentRectify",
    message: "Cards handed out without the holder being present.",
    status: "ORDERED",
    days: [-9, 21, null],
  },
  {
    targetKind: "OUTLET",
    institution: "C01",
    ruleId: "idVerification",
    message: "Photos of the opener missing for a third of last month's cards.",
    status: "OVERDUE",
    days: [-50, -20, null],
  },
  {
    targetKind: "INSTITUTION",
    institution: "V02",
    ruleId: "institutionRecord",
    message: "Third report overdue in a row.",
    status: "OVERDUE",
    days: [-70, -10, null],
  },
  {
    targetKind: "OUTLET",
    institution: "C03",
    ruleId: "whoOpensAnswers",
    message: "Involvement of cards opened here ten times the city's.",
    status: "CLOSED",
    days: [-200, -140, -150],
  },
  {
    targetKind: "AGENT",
    institution: "C02",
    ruleId: "agentRectify",
    message: "Cards sold on in bulk; deadline passed without improvement.",
    status: "SHUT",
    days: [-320, -260, -255],
  },
  {
    targetKind: "AGENT",
    institution: "Z02",
    ruleId: "agentRectify",
    message: "Merchants signed up under borrowed names.",
    status: "CLOSED",
    days: [-160, -100, -104],
  },
];

/** Breaches found at outlets, agents and institutions, with their deadlines and how they ended. */
export function createRectifications(plan: WorldPlan): WorldRectification[] {
  const random = plan.random.fork("rectifications");
  return RECTIFICATIONS.map(({ targetKind, institution, ruleId, message, status, days }) => {
    const [ordered, due, closed] = days;
    const targetCode = targetOf(plan, targetKind, institution);
    return {
      id: random.uuid(),
      targetKind,
      targetCode,
      institution,
      breach: finding(ruleId, ARTICLES[ruleId] ?? "N16-4", message, { fact: targetCode }),
      status,
      orderedOn: addDays(plan.today, ordered),
      dueOn: addDays(plan.today, due),
      closedOn: closed === null ? null : addDays(plan.today, closed),
    };
  });
}

// Breaches come to light where most is opened: at the outlet in the home city that an agent runs.
function targetOf(plan: WorldPlan, targetKind: Fixed["targetKind"], institution: string): string {
  const outlet = plan
    .outletsOf(institution)
    .find(({ agentCode, region }) => agentCode !== null && region.startsWith(HOME_CITY.slice(0, 4)));
  if (targetKind === "INSTITUTION") return institution;
  return (targetKind === "AGENT" ? outlet?.agentCode : outlet?.code) ?? institution;
}
