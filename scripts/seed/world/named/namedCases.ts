import { addDays } from "../../../../schema/contract/calendar";
import type { WorldCase, WorldInvolvement, WorldStopPayment } from "../../worldModel";
import { HOME_CITY_ORGAN } from "../reference/organs";
import type { CaseOfficers } from "../rings/createCaseOfficers";
import type { InvolvementGround } from "../rings/createInvolvements";
import type { AccountWork } from "../rings/restrictByCase";
import { caseNumberOf } from "../rings/planRing";

/** A case told by hand, before anything is recorded in it. */
export interface NamedCase {
  readonly number: string;
  readonly title: string;
  readonly openedOn: string;
  /** The day on which the organ recognised what it recognised. */
  readonly recognisedOn: string;
}

/** The demo users work on the named people's cases; their lead has confirmed the named people. */
const NAMED_OFFICERS: CaseOfficers = {
  lead: "police/case-lead",
  investigators: ["police/investigator"],
};
/** Acts for the city organ in the cases told by hand. */
export const AUTHORITY_OFFICER = "police/authority";

const RING_DAYS_AGO = 46;
const UNIT_DAYS_AGO = 31;
const RECOGNISED_DAYS_AFTER = 12;

/** The named people's cases: two young ones, one that drags on, one long closed. */
export function namedCases(
  today: string,
): Readonly<Record<"ring" | "sanctioned" | "unit" | "lifted", NamedCase>> {
  return {
    ring: describe(17, "云港市“断链”跑分洗钱团伙案", addDays(today, -RING_DAYS_AGO)),
    sanctioned: describe(18, "云港市“清源”非法买卖“两卡”案", "2024-01-15", "2024-02-29"),
    unit: describe(19, "云港市“净网”语音专线诈骗案", addDays(today, -UNIT_DAYS_AGO)),
    lifted: describe(16, "云港市“守望”冒名开户案", "2018-08-06", "2018-09-10"),
  };
}

function describe(serial: number, title: string, openedOn: string, recognisedOn?: string): NamedCase {
  return {
    number: caseNumberOf(HOME_CITY_ORGAN, openedOn, serial),
    title,
    openedOn,
    recognisedOn: recognisedOn ?? addDays(openedOn, RECOGNISED_DAYS_AFTER),
  };
}

/** Where and when a named case's involvements are recorded. */
export function groundOf(named: NamedCase): InvolvementGround {
  return {
    organ: HOME_CITY_ORGAN,
    officers: NAMED_OFFICERS,
    caseOpenedOn: named.openedOn,
    recognisedOn: named.recognisedOn,
  };
}

/** Opens the file of a named case; closed on the day given, or open. */
export function openNamedCase(
  named: NamedCase,
  contents: {
    readonly stages: WorldCase["stages"];
    readonly involvements: readonly WorldInvolvement[];
    readonly stopPayments?: readonly WorldStopPayment[];
    readonly accountWork?: AccountWork;
    readonly closedOn?: string;
  },
): WorldCase {
  return {
    number: named.number,
    title: named.title,
    authority: HOME_CITY_ORGAN,
    status: contents.closedOn === undefined ? "OPEN" : "CLOSED",
    openedOn: named.openedOn,
    closedOn: contents.closedOn ?? null,
    officers: [NAMED_OFFICERS.lead, ...NAMED_OFFICERS.investigators, AUTHORITY_OFFICER],
    lead: NAMED_OFFICERS.lead,
    stages: contents.stages,
    involvements: contents.involvements,
    surrenders: [],
    stopPayments: contents.stopPayments ?? [],
    freezes: contents.accountWork?.freezes ?? [],
    statementRequests: contents.accountWork?.statementRequests ?? [],
    approvals: [],
  };
}
