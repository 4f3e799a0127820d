import { composeResidentId } from "../../../scripts/seed/world/numbers/composeResidentId";
import type {
  WorldAccount,
  WorldAccountOrder,
  WorldChunk,
  WorldDocument,
  WorldInstitution,
  WorldRestriction,
  WorldSubject,
  WorldTransfer,
} from "../../../scripts/seed/worldModel";

/** Noon of 24 November 2026, China Standard Time. */
export const NOW = new Date("2026-11-24T04:00:00.000Z");
export const TODAY = "2026-11-24";
/** The last midnight in China: as of then the institutions that report daily are complete. */
export const THIS_MIDNIGHT = "2026-11-23T16:00:00.000Z";

/** A made-up person: division code 990101 is unassigned. */
export function person(sequence: number): WorldDocument {
  return { type: "RESIDENT_ID", number: composeResidentId("990101", "1990-01-01", sequence) };
}

/** A well-formed UUID that ends in the given number. */
export function uuid(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
}

export const SANCTION = uuid(900);
export const CASE_NUMBER = "A110100-2026-017";
const FINDING = {
  ruleId: "suspendFiveYears",
  article: "N20-5",
  message: "Non-counter business is suspended.",
  until: "2030-01-01",
  fact: null,
};

/** A debit card in use at bank 102; a test says what matters. */
export function account(
  number: string,
  holder: WorldDocument,
  rest: Partial<WorldAccount> = {},
): WorldAccount {
  return {
    institution: "102",
    number,
    kind: "DEBIT_CARD",
    accountClass: "II",
    status: "NORMAL",
    holder,
    openedOn: "2020-03-01",
    closedOn: null,
    outletCode: null,
    reservedPhone: null,
    deviceId: null,
    exemptFromLimit: null,
    involvedOn: null,
    restrictions: [],
    orders: [],
    ...rest,
  };
}

/** So many debit cards at bank 102. */
export function cards(
  count: number,
  holder: WorldDocument,
  prefix: string,
  rest: Partial<WorldAccount> = {},
): WorldAccount[] {
  return Array.from({ length: count }, (_, index) =>
    account(prefix + String(index).padStart(4, "0"), holder, rest),
  );
}

/** What stands on an account since the start of 2026; a test says what matters. */
export function restriction(number: number, rest: Partial<WorldRestriction> = {}): WorldRestriction {
  return {
    id: uuid(number),
    kind: "SUSPEND_NON_COUNTER",
    startsAt: "2026-01-01T00:00:00.000Z",
    endsAt: null,
    liftedAt: null,
    causeId: SANCTION,
    derivation: [FINDING],
    ...rest,
  };
}

/** An order that waits to be executed; a test says what matters. */
export function order(id: string, rest: Partial<WorldAccountOrder> = {}): WorldAccountOrder {
  return {
    id,
    kind: "SUSPEND_NON_COUNTER",
    status: "DELIVERED",
    issuedAt: "2026-11-20T00:00:00.000Z",
    dueAt: "2026-11-28T00:00:00.000Z",
    deliveredAt: "2026-11-20T01:00:00.000Z",
    executedAt: null,
    refusalReason: null,
    causeId: SANCTION,
    reason: FINDING,
    ...rest,
  };
}

/** A transfer between two accounts of bank 102; a test says what matters. */
export function transfer(
  number: number,
  from: WorldAccount,
  to: WorldAccount,
  rest: Partial<WorldTransfer> = {},
): WorldTransfer {
  return {
    id: uuid(number),
    reference: `T-${number}`,
    from: { institution: from.institution, number: from.number, holder: from.holder },
    to: { institution: to.institution, number: to.number, holder: to.holder },
    amount: "1200.50",
    channel: "MOBILE",
    at: `2026-10-01T00:${String(number % 60).padStart(2, "0")}:00.000Z`,
    caseNumber: CASE_NUMBER,
    ...rest,
  };
}

/** Somebody or a unit with a name. */
export function subject(
  document: WorldDocument,
  name: string,
  legalRepresentative: WorldDocument | null = null,
): WorldSubject {
  const kind = document.type === "UNIFIED_SOCIAL_CREDIT_CODE" ? "UNIT" : "PERSON";
  return { kind, document, name, legalRepresentative };
}

/** An institution with three outlets; the third is run by an agent. */
export function institution(
  code: string,
  sector: WorldInstitution["sector"],
  name: string,
  completeAsOf: string | null,
): WorldInstitution {
  return {
    code,
    name,
    sector,
    region: "990100",
    completeAsOf,
    outlets: [1, 2, 3].map(number => ({
      code: `${code}-${number}`,
      name: `${name}网点${number}`,
      region: `99010${number}`,
      agentCode: number === 3 ? `${code}-AG1` : null,
      agentName: number === 3 ? "顺联商贸" : null,
    })),
  };
}

/** A world with nothing in it. */
export const EMPTY_CHUNK: WorldChunk = {
  institutions: [],
  authorities: [],
  rectifications: [],
  patrols: [],
  warnings: [],
  indicators: [],
  tips: [],
  subjects: [],
  lines: [],
  blacklist: [],
  accounts: [],
  transfers: [],
  cases: [],
  sanctions: [],
  visits: [],
};
