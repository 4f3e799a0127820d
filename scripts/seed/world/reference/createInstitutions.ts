import { addDays } from "../../../../schema/contract/calendar";
import type { WorldInstitution, WorldOutlet } from "../../worldModel";
import { momentOn } from "../worldCalendar";
import { countiesOf, DIVISIONS, MADE_UP_PROVINCE, type Division } from "./divisions";
import { INSTITUTION_PROFILES, type InstitutionProfile, type Reporting } from "./institutionProfiles";

/** The stale institution stopped reporting so long ago: far beyond any lifetime that counts as fresh. */
export const STALE_DAYS = 75;

const REGION_OF_HEAD_OFFICES = `${MADE_UP_PROVINCE}0100`;
const STREETS = ["观潮路", "桂影街", "长堤路", "石桥街"];
const AGENT_NAMES = ["顺联商贸", "鑫和通讯器材", "捷达代办", "好邻居便民"];
const OUTLET_KIND = { TELECOM: "营业厅", BANKING: "支行", PAYMENT: "商户服务站" } as const;
const AGENT_OUTLET_KIND = { TELECOM: "代理店", BANKING: "助农服务点", PAYMENT: "代理服务点" } as const;

/** The institutions with their outlets, as far as each has reported by the morning of `today`. */
export function createInstitutions(today: string): WorldInstitution[] {
  return INSTITUTION_PROFILES.map(profile => ({
    code: profile.code,
    name: profile.name,
    sector: profile.sector,
    region: REGION_OF_HEAD_OFFICES,
    completeAsOf: completeAsOf(profile.reporting, today),
    outlets: profile.reporting === "SILENT" ? [] : createOutlets(profile),
  }));
}

// The midnight before: never in the future, and fresh all through the day on which the world is made.
function completeAsOf(reporting: Reporting, today: string): string | null {
  if (reporting === "BACKFILL" || reporting === "SILENT") return null;
  return momentOn(reporting === "STALE" ? addDays(today, -STALE_DAYS) : today, 0);
}

function createOutlets(profile: InstitutionProfile): WorldOutlet[] {
  const cities = [...new Set(DIVISIONS.map(division => division.city))];
  return cities.flatMap((city, cityIndex) =>
    countiesOf(city)
      .slice(0, profile.outletsPerCity)
      .map((division, index) => createOutlet(profile, division, cityIndex, index)),
  );
}

// The first outlet in each city is run by an agent, and an agent runs the first outlets of two cities.
function createOutlet(
  profile: InstitutionProfile,
  division: Division,
  cityIndex: number,
  index: number,
): WorldOutlet {
  const agent = index === 0 ? Math.floor(cityIndex / 2) : null;
  const kind = agent === null ? OUTLET_KIND[profile.sector] : AGENT_OUTLET_KIND[profile.sector];
  return {
    code: `${profile.code}-${division.code}-01`,
    name: `${profile.name.replace(/（.*$/, "")}${division.cityName.slice(0, 2)}${STREETS[index % STREETS.length] ?? ""}${kind}`,
    region: division.code,
    agentCode: agent === null ? null : `${profile.code}-AG${agent + 1}`,
    agentName: agent === null ? null : `${AGENT_NAMES[agent] ?? ""}（${profile.code}代理）`,
  };
}
