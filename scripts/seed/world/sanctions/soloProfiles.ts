import type { Standing } from "./chooseStanding";

/** A sanction outside any ring, before its subject and day are known. */
export interface SoloProfile {
  readonly version: string;
  readonly conduct: string;
  readonly role: "INDIVIDUAL" | "ORGANISER" | "UNIT" | "RESPONSIBLE_MANAGER";
  readonly standing: Standing;
  readonly instruments: readonly string[];
  readonly telecomKinds?: readonly string[];
  /** A day fixed for its own sake. */
  readonly recognisedOn?: string;
}

const CARD = ["PERSONAL_CARD"];
const WALLET = ["PAYMENT_ACCOUNT"];
const BOTH_CARDS = ["PERSONAL_CARD", "PHONE_CARD"];

/**
 * Every version, conduct, role and standing that occurs, two to a neighbourhood in turn: a few hundred people
 * have met them all. Five years from 29 February end on the 28th, hence the two fixed days.
 */
export const SOLO_PROFILES: readonly SoloProfile[] = [
  {
    version: "NOTICE_2016",
    conduct: "ILLEGAL_RENT",
    role: "INDIVIDUAL",
    standing: "EXPIRED",
    instruments: CARD,
  },
  {
    version: "NOTICE_2020",
    conduct: "ILLEGAL_SALE",
    role: "INDIVIDUAL",
    standing: "ACTIVE",
    instruments: BOTH_CARDS,
    telecomKinds: ["NO_NEW_LINE", "SUSPEND_LINE"],
  },
  {
    version: "PBOC_2019_85",
    conduct: "ILLEGAL_PURCHASE",
    role: "ORGANISER",
    standing: "EXPIRED",
    instruments: WALLET,
  },
  {
    version: "MEASURES_2024",
    conduct: "CRIMINAL_CONVICTION",
    role: "ORGANISER",
    standing: "ACTIVE",
    instruments: CARD,
  },
  {
    version: "NOTICE_2020",
    conduct: "ILLEGAL_RENT",
    role: "INDIVIDUAL",
    standing: "OBJECTED",
    instruments: CARD,
  },
  {
    version: "NOTICE_2016",
    conduct: "IMPERSONATION",
    role: "INDIVIDUAL",
    standing: "LIFTED",
    instruments: CARD,
  },
  {
    version: "MEASURES_2024",
    conduct: "ILLEGAL_LEND",
    role: "INDIVIDUAL",
    standing: "RECOGNISED",
    instruments: CARD,
  },
  {
    version: "NOTICE_2020",
    conduct: "ILLEGAL_PURCHASE",
    role: "INDIVIDUAL",
    standing: "ACTIVE",
    instruments: BOTH_CARDS,
    telecomKinds: ["NO_NEW_LINE", "REVERIFY"],
    recognisedOn: "2024-02-29",
  },
  {
    version: "MEASURES_2024",
    conduct: "ILLEGAL_TRANSFER",
    role: "INDIVIDUAL",
    standing: "SERVED",
    instruments: ["IOT_CARD", "PERSONAL_CARD"],
  },
  {
    version: "PBOC_2019_85",
    conduct: "ILLEGAL_SALE",
    role: "INDIVIDUAL",
    standing: "EXPIRED",
    instruments: CARD,
    recognisedOn: "2020-02-29",
  },
  {
    version: "MEASURES_2024",
    conduct: "FICTITIOUS_AGENCY",
    role: "UNIT",
    standing: "ACTIVE",
    instruments: ["UNIT_ACCOUNT"],
  },
  {
    version: "NOTICE_2020",
    conduct: "ILLEGAL_SALE",
    role: "RESPONSIBLE_MANAGER",
    standing: "LIFTED",
    instruments: ["UNIT_ACCOUNT", "PERSONAL_CARD"],
  },
  {
    version: "PBOC_2019_85",
    conduct: "ILLEGAL_LEND",
    role: "INDIVIDUAL",
    standing: "LIFTED",
    instruments: CARD,
  },
  {
    version: "MEASURES_2024",
    conduct: "ILLEGAL_PURCHASE",
    role: "INDIVIDUAL",
    standing: "OBJECTED",
    instruments: ["PHONE_CARD"],
    telecomKinds: ["NO_NEW_LINE", "REVERIFY"],
  },
  {
    version: "NOTICE_2016",
    conduct: "FICTITIOUS_AGENCY",
    role: "UNIT",
    standing: "EXPIRED",
    instruments: ["UNIT_ACCOUNT"],
  },
  {
    version: "MEASURES_2024",
    conduct: "ILLEGAL_RENT",
    role: "INDIVIDUAL",
    standing: "LIFTED",
    instruments: CARD,
  },
  {
    version: "NOTICE_2020",
    conduct: "ILLEGAL_RENT",
    role: "INDIVIDUAL",
    standing: "ACTIVE",
    instruments: ["IOT_CARD", "PAYMENT_ACCOUNT"],
    telecomKinds: ["NO_NEW_LINE", "SUSPEND_LINE"],
  },
];
