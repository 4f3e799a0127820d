import { addDays, addYears } from "../../../../schema/contract/calendar";
import type { WorldMeasure } from "../../worldModel";
import type { RuleVersionTerms } from "./ruleVersions";

const FINANCIAL_INSTRUMENTS = ["PERSONAL_CARD", "UNIT_ACCOUNT", "PAYMENT_ACCOUNT"];
/** The telecom regulator acts when police have recognised and handled: about two weeks later. */
export const TELECOM_DELAY_DAYS = 14;
const TELECOM_YEARS = 2;

/** What decides which measures follow and for how long. */
export interface MeasureGround {
  readonly version: RuleVersionTerms;
  readonly conduct: string;
  readonly instruments: readonly string[];
  readonly recognisedOn: string;
  readonly recordedAt: string;
  /** The kinds that the telecom regulator chose; it chooses none before its delay has passed. */
  readonly telecomKinds: readonly string[];
}

/** The measures of one recognition; both ends are days in which they hold. */
export function createMeasures(ground: MeasureGround): WorldMeasure[] {
  return [...financialMeasures(ground), ...telecomMeasures(ground)];
}

function financialMeasures(ground: MeasureGround): WorldMeasure[] {
  if (!ground.instruments.some(instrument => FINANCIAL_INSTRUMENTS.includes(instrument))) return [];
  const years = ground.version.years(ground.conduct);
  const measure = (kind: string, sector: string, length: number): WorldMeasure => ({
    kind,
    sector,
    startsOn: ground.recognisedOn,
    endsOn: addYears(ground.recognisedOn, length),
    recordedAt: ground.recordedAt,
    liftedAt: null,
  });
  return [
    measure("SUSPEND_NON_COUNTER", "BANKING", years.suspended),
    measure("SUSPEND_ALL_PAYMENT", "PAYMENT", years.suspended),
    measure("NO_NEW_ACCOUNT", "BANKING", years.noNewAccount),
    measure("NO_NEW_ACCOUNT", "PAYMENT", years.noNewAccount),
  ];
}

function telecomMeasures(ground: MeasureGround): WorldMeasure[] {
  if (!ground.version.hasTelecomMeasures) return [];
  const startsOn = addDays(ground.recognisedOn, TELECOM_DELAY_DAYS);
  return ground.telecomKinds.map(kind => ({
    kind,
    sector: "TELECOM",
    startsOn,
    endsOn: addYears(startsOn, TELECOM_YEARS),
    recordedAt: `${startsOn}T02:00:00.000Z`,
    liftedAt: null,
  }));
}
