import { luhnCheckDigit } from "../../../schema/contract/accountNumber";
import { composeResidentId } from "../../../scripts/seed/world/numbers/composeResidentId";
import type { Officer } from "../../support/ownIssuers";

/** Twelve accounts in four institutions: the first one at the first bank is the one that the case is about. */
export const ACCOUNTS = { "102": 4, "103": 3, "106": 3, Z01: 2 } as const;
/** Three lines at two carriers. */
export const LINES = { C01: 2, C02: 1 } as const;
export type Institution = keyof typeof ACCOUNTS | keyof typeof LINES;

/** In whose name the issuers of the story may vouch. */
export const VOUCHED = {
  POLICE: ["A110199", "A110100"],
  BANK: ["102", "103", "106"],
  PAYMENT: ["Z01"],
  CARRIER: ["C01", "C02"],
} as const;

export const COUNTY: Officer = { role: "investigator", authority: "A110199" };
export const CITY: Officer = { role: "authority", authority: "A110100" };
export const REGULATOR: Officer = { role: "regulator-telecom" };

/** The officer who reports for an institution and carries its orders out. */
export function reporterOf(institution: Institution): Officer {
  if (institution in LINES) return { role: "carrier-reporting", institution };
  return { role: institution === "Z01" ? "payment-reporting" : "bank-reporting", institution };
}

/** Never assigned to a county, so that nobody has any of these numbers. */
const DIVISION = "999901";
const HOLDER = "章样";
const DAY_MS = 24 * 3_600_000;

/** Somebody whom nothing is known of yet: born on a day of their own, so that no two numbers are near to each other. */
export function createHolder(serial: number) {
  const bornOn = new Date(Date.UTC(1970, 0, 1) + serial * 37 * DAY_MS).toISOString().slice(0, 10);
  const document = { type: "RESIDENT_ID", number: composeResidentId(DIVISION, bornOn, serial % 1_000) };
  const seen = { observedAt: "2026-11-01T00:00:00.000Z", holderName: HOLDER, document };
  const accountsAt = (institution: keyof typeof ACCOUNTS) =>
    Array.from({ length: ACCOUNTS[institution] }, (_, index) => ({
      ...seen,
      number: cardNumber(institution, serial * 10 + index),
      ...(institution === "Z01"
        ? { kind: "PAYMENT_ACCOUNT", accountClass: null }
        : { kind: "DEBIT_CARD", accountClass: "II" }),
      status: "NORMAL",
      openedOn: "2020-03-01",
    }));
  const linesAt = (carrier: keyof typeof LINES) =>
    Array.from({ length: LINES[carrier] }, (_, index) => ({
      ...seen,
      number: `${carrier === "C01" ? "141" : "143"}${String(90_000_000 + serial * 10 + index)}`,
      kind: "MOBILE",
      status: "ACTIVE",
      registeredOn: "2020-03-01",
      activatedOn: "2020-03-02",
      realNameMethod: "ID_READER",
      onlineCheckPassed: true,
      photoReference: "photo",
      riskNotice: {
        kind: "RISK_NOTICE",
        noticeVersion: "2016-1",
        noticeDigest: "0".repeat(64),
        acknowledgedAt: seen.observedAt,
      },
    }));
  return { document, name: HOLDER, accountsAt, linesAt };
}

/** Digits only, as a card's are, different for each institution. */
function cardNumber(institution: string, serial: number): string {
  const digits = `6220${institution.replace("Z", "9")}${String(serial).padStart(9, "0")}`;
  return digits + luhnCheckDigit(digits);
}
