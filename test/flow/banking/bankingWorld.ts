import type { WorldChunk, WorldDocument, WorldInstitution } from "../../../scripts/seed/worldModel";
import {
  account,
  cards,
  CASE_NUMBER,
  EMPTY_CHUNK,
  institution,
  order,
  person,
  restriction,
  subject,
  THIS_MIDNIGHT,
  TODAY,
  uuid,
} from "./worldParts";

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

export const NUMBERS = {
  customer: "6222020000000001",
  customerPassbook: "102000000002",
  customerClosed: "6222020000000003",
  customerAt103: "6223030000000001",
  customerWallet: "Z0100000001",
} as const;
export const ORDERS = {
  waiting: uuid(101),
  late: uuid(102),
  executed: uuid(103),
  restored: uuid(104),
  at103: uuid(105),
  refused: uuid(106),
  owed: uuid(107),
} as const;
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
        order(ORDERS.owed, {
          kind: "RESTORE",
          status: "REFUSED",
          refusalReason: "closed",
          causeId: uuid(109),
        }),
      ],
    }),
    account("102900000001", PEOPLE.unit, { kind: "UNIT_SETTLEMENT", accountClass: null }),
  ],
};
