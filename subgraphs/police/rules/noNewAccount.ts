// N16-5: three years without a new account; from 2019-04-01 (EXT:PBOC_2019_85) and under N20-5 the whole five years.
// An interval of its own: it ends when it ends, whatever the suspension does.
import { MeasureKind, Sector } from "../../shared/types/enums";
import { isBankInstrument } from "./instruments";
import { lastDay, type MeasureGround, type MeasureTerm } from "./suspendFiveYears";

/** The bans on new accounts that come with a recognition. */
export function noNewAccount(ground: MeasureGround): MeasureTerm[] {
  if (!ground.instruments.some(isBankInstrument)) return [];
  const interval = {
    startsOn: ground.recognisedOn,
    endsOn: lastDay(ground, ground.terms.years.noNewAccount),
  };
  return [
    { kind: MeasureKind.NO_NEW_ACCOUNT, sector: Sector.BANKING, ...interval },
    { kind: MeasureKind.NO_NEW_ACCOUNT, sector: Sector.PAYMENT, ...interval },
  ];
}
