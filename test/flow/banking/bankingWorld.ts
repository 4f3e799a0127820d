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

/** The people of this small world, by what they are here for. */
export const PEOPLE = {
  customer: person(1),
  elsewhere: person(2),
  sixCards: person(3),
  fiveCards: person(4),
  fourCards: person(5),
  backfilled: person(6),
  exempt: person(7),
  restricted: person(8),
  stranger: person(9),
  unit: { type: "UNIFIED_SOCIAL_CREDIT_CODE", number: "91350100M000100Y43" },
} as const satisfies Record<string, WorldDocument>;
export const CUSTOMER_NAME = "王小明";
export const UNIT_NAME = "云港贸易有限公司";
export const PHONE = "14117898848";

/** A well-formed UUID that ends in the given number. */
export function uuid(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
}

export const NUMBERS = {
  customer: "6222020000000001",
  customerPassbook: "102000000002",
  customerClosed: "6222020000000003",
  customerAt103: "6223030000000001",
  customerWallet: "Z0100000001",
} as const;
export const SANCTION = uuid(900);
export const CASE_NUMBER = "A110100-2026-017";
export const ORDERS = {
  waiting: uuid(101),
  late: uuid(102),
  executed: uuid(103),
  restored: uuid(104),
  at103: uuid(105),
  refused: uuid(106),
} as const;
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

/** Complete (102, 103, Z01), half-way through its backfill (104), silent for long (105); and a carrier. */
export const INSTITUTIONS: readonly WorldInstitution[] = [
  institution("102", "BANKING", "华衡银行", THIS_MIDNIGHT),
  institution("103", "BANKING", "岭原银行", THIS_MIDNIGHT),
  institution("104", "BANKING", "泽安银行", null),
  institution("105", "BANKING", "穆川银行", "2026-09-10T16:00:00.000Z"),
  institution("Z01", "PAYMENT", "汇云支付", THIS_MIDNIGHT),
  institution("C01", "TELECOM", "远讯通信", THIS_MIDNIGHT),
];

const CUSTOMER_CARD = account(NUMBERS.customer, PEOPLE.customer, {
  accountClass: "I",
  openedOn: "2017-09-04",
  outletCode: "102-3",
  reservedPhone: PHONE,
  deviceId: "dev-1",
  involvedOn: "2026-11-01",
  restrictions: [
    restriction(1, { kind: "FREEZE", causeId: CASE_NUMBER, endsAt: "2027-05-01T00:00:00.000Z" }),
    restriction(2),
    restriction(3, { kind: "SUSPEND_ALL_PAYMENT", liftedAt: "2026-06-01T00:00:00.000Z" }),
  ],
  orders: [
    order(ORDERS.waiting),
    order(ORDERS.executed, { status: "EXECUTED", executedAt: "2026-11-20T12:00:00.000Z" }),
    order(ORDERS.restored, {
      kind: "RESTORE",
      status: "EXECUTED",
      executedAt: "2026-11-20T02:00:00.000Z",
      dueAt: "2026-11-21T00:00:00.000Z",
    }),
  ],
});

/** What the views, work lists and store tests stand on. */
export const BANKING_WORLD: WorldChunk = {
  ...EMPTY_CHUNK,
  institutions: INSTITUTIONS,
  subjects: [
    subject(PEOPLE.customer, CUSTOMER_NAME),
    subject(PEOPLE.elsewhere, "李雷"),
    subject(PEOPLE.unit, UNIT_NAME, PEOPLE.customer),
    subject(PEOPLE.stranger, "无账户者"),
  ],
  accounts: [
    CUSTOMER_CARD,
    account(NUMBERS.customerPassbook, PEOPLE.customer, {
      kind: "PASSBOOK",
      status: "DORMANT",
      openedOn: "2018-01-01",
    }),
    account(NUMBERS.customerClosed, PEOPLE.customer, {
      status: "CLOSED",
      openedOn: "2019-01-01",
      closedOn: "2022-01-01",
    }),
    account(NUMBERS.customerAt103, PEOPLE.customer, {
      institution: "103",
      openedOn: "2021-01-01",
      outletCode: "103-2",
      restrictions: [restriction(4)],
      orders: [
        order(ORDERS.at103, {
          status: "ISSUED",
          deliveredAt: null,
          dueAt: "2026-11-23T00:00:00.000Z",
        }),
      ],
    }),
    account(NUMBERS.customerWallet, PEOPLE.customer, {
      institution: "Z01",
      kind: "PAYMENT_ACCOUNT",
      accountClass: "III",
      openedOn: "2022-01-01",
    }),
    account("6223030000000002", PEOPLE.elsewhere, { institution: "103", outletCode: "103-1" }),
    ...cards(6, PEOPLE.sixCards, "622202000006", { outletCode: "102-1" }),
    ...cards(5, PEOPLE.fiveCards, "622202000005", { outletCode: "102-2" }),
    account("6222020000059999", PEOPLE.fiveCards, { status: "CLOSED", closedOn: TODAY }),
    ...cards(4, PEOPLE.fourCards, "622202000004"),
    ...cards(4, PEOPLE.exempt, "622202000007"),
    account("6222020000079999", PEOPLE.exempt, { exemptFromLimit: "SOCIAL_SECURITY" }),
    account("6224040000000001", PEOPLE.backfilled, { institution: "104" }),
    account("6222020000080001", PEOPLE.restricted, {
      orders: [
        order(ORDERS.late, { dueAt: "2026-11-22T00:00:00.000Z" }),
        order(ORDERS.refused, {
          status: "REFUSED",
          refusalReason: "closed",
          dueAt: "2026-11-21T00:00:00.000Z",
        }),
      ],
    }),
    account("102900000001", PEOPLE.unit, { kind: "UNIT_SETTLEMENT", accountClass: null }),
  ],
};
