// N20-3: each sector answers to its own regulator.
import type { CallerKind } from "../../../schema/contract/claims";
import { Sector } from "../../shared/types/enums";

const SECTORS: Readonly<Record<CallerKind, Sector | null>> = {
  POLICE: Sector.POLICE,
  BANK: Sector.BANKING,
  PAYMENT: Sector.PAYMENT,
  CARRIER: Sector.TELECOM,
  FINANCIAL_REGULATOR: Sector.BANKING,
  TELECOM_REGULATOR: Sector.TELECOM,
  AUDITOR: null,
  PERSON: null,
};

/** The sector that a caller belongs to or supervises; the financial regulator's payment institutions go with the banks. */
export function sectorOf(kind: CallerKind): Sector | null {
  return SECTORS[kind];
}
