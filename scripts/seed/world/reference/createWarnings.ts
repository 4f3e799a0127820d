import { addDays } from "../../../../schema/contract/calendar";
import type { WorldWarning } from "../../worldModel";
import { officeMoment } from "../worldCalendar";
import type { WorldPlan } from "../worldPlan";
import { HOME_CITY, HOME_COUNTY } from "./organs";

interface Fixed {
  readonly title: string;
  readonly body: string;
  /** None: the whole country. */
  readonly regions: readonly string[];
  readonly daysAgo: number;
}

const WARNINGS: readonly Fixed[] = [
  {
    title: "警惕“高价收卡”",
    body: "任何以租用、收购名义索要银行卡、手机卡的行为均涉嫌违法，出租、出售“两卡”将被惩戒。",
    regions: [],
    daysAgo: 3,
  },
  {
    title: "冒充客服退款诈骗高发",
    body: "接到“客服”来电要求共享屏幕、转账至“安全账户”的，一律挂断并拨打110核实。",
    regions: [HOME_CITY],
    daysAgo: 8,
  },
  {
    title: "谨防代办电话卡陷阱",
    body: "辖区内有代理点以赠送礼品为名多开电话卡，请到正规营业厅查询名下号码。",
    regions: [HOME_COUNTY],
    daysAgo: 15,
  },
  {
    title: "虚假投资平台风险提示",
    body: "“稳赚不赔”“内部消息”均为诈骗话术，切勿下载来历不明的投资软件。",
    regions: [],
    daysAgo: 40,
  },
  {
    title: "开学季防范刷单返利诈骗",
    body: "“刷单”就是诈骗，出借账户“跑分”可能构成犯罪。",
    regions: ["990200", "990300"],
    daysAgo: 75,
  },
];

/** Public warnings of the last months. */
export function createWarnings(plan: WorldPlan): WorldWarning[] {
  const random = plan.random.fork("warnings");
  return WARNINGS.map(({ title, body, regions, daysAgo }) => ({
    id: random.uuid(),
    title,
    body,
    regions,
    publishedAt: officeMoment(addDays(plan.today, -daysAgo), random),
  }));
}
