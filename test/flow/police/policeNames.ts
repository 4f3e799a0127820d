import { composeResidentId } from "../../../scripts/seed/world/numbers/composeResidentId";
import type { WorldDocument } from "../../../scripts/seed/worldModel";

/** Noon of 24 November 2026, China Standard Time. */
export const NOW = new Date("2026-11-24T04:00:00.000Z");
export const TODAY = "2026-11-24";

/** A made-up person: division code 990101 is unassigned. */
export function person(sequence: number): WorldDocument {
  return { type: "RESIDENT_ID", number: composeResidentId("990101", "1990-01-01", sequence) };
}

/** The people of this small world, by what they are here for. */
export const PEOPLE = {
  confirmed: person(1),
  unconfirmed: person(2),
  withdrawn: person(3),
  ofAnotherCase: person(4),
  ofClosedCase: person(5),
  sanctioned: person(6),
  lifted: person(7),
  expired: person(8),
  objecting: person(9),
  clean: person(10),
} as const;

export const CASES = {
  own: "A110199-2026-001",
  others: "A220100-2026-002",
  closed: "A110199-2025-003",
} as const;
export const OFFICERS = {
  investigator: "police/investigator",
  lead: "police/lead",
  stranger: "police/stranger",
} as const;
export const LINE_NUMBER = "13800001234";
export const ACCOUNT = { institution: "102", number: "6217000010001234567" } as const;
export const TIP_CONTENT = "The man at the corner shop buys phone cards.";
export const SANCTIONED_NAME = "王小明";

/** A well-formed UUID that ends in the given number. */
export function uuid(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
}

export const SANCTIONS = {
  active: uuid(601),
  lifted: uuid(602),
  expired: uuid(603),
  objected: uuid(604),
} as const;
export const STOP_PAYMENTS = { own: uuid(401), others: uuid(402) } as const;
export const INVOLVEMENTS = {
  confirmed: uuid(101),
  unconfirmed: uuid(102),
  withdrawn: uuid(103),
  line: uuid(104),
  account: uuid(105),
  others: uuid(106),
  othersLine: uuid(107),
  closed: uuid(108),
} as const;
