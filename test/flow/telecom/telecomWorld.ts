import type {
  WorldChunk,
  WorldDocument,
  WorldInstitution,
  WorldRectification,
} from "../../../scripts/seed/worldModel";
import { cards, EMPTY_CHUNK, flag, line, order, person, uuid } from "./telecomRows";

/** Noon of 24 November 2026, China Standard Time. */
export const NOW = new Date("2026-11-24T04:00:00.000Z");
export const TODAY = "2026-11-24";
const THIS_MIDNIGHT = "2026-11-23T16:00:00.000Z";

/** The people of this small world, by what they are here for. */
export const PEOPLE = {
  customer: person(1),
  elsewhere: person(2),
  fiveCards: person(3),
  sixCards: person(4),
  blacklisted: person(5),
  forged: person(6),
  unproved: person(7),
  former: person(8),
  unit: { type: "UNIFIED_SOCIAL_CREDIT_CODE", number: "91350100M000100Y43" },
  stranger: person(9),
} as const satisfies Record<string, WorldDocument>;
export const CUSTOMER_NAME = "王小明";

export const NUMBERS = {
  customer: "14100000001",
  customerAtC02: "14300000001",
  customerBroadband: "09903300001",
  former: "14100000008",
  nobody: "14100000009",
} as const;
export const FLAGS = {
  verified: uuid(1),
  policeNotice: uuid(2),
  older: uuid(3),
  ofNobody: uuid(4),
  atC02: uuid(5),
  forged: uuid(6),
} as const;
export const ORDERS = {
  ofCustomer: uuid(101),
  ofNobody: uuid(102),
  overdue: uuid(103),
  executed: uuid(104),
  restored: uuid(105),
  atC02: uuid(106),
} as const;
export const RECTIFICATIONS = { overdue: uuid(201), closed: uuid(202), atC02: uuid(203) } as const;
export const BLACKLIST = { standing: uuid(301), lifted: uuid(302) } as const;

function carrier(code: string, name: string, completeAsOf: string | null): WorldInstitution {
  return {
    code,
    name,
    sector: "TELECOM",
    region: "990100",
    completeAsOf,
    outlets: [1, 2].map(number => ({
      code: `${code}-${number}`,
      name: `${name}营业厅${number}`,
      region: `99010${number}`,
      agentCode: number === 2 ? `${code}-AG1` : null,
      agentName: number === 2 ? "顺联商贸" : null,
    })),
  };
}

function rectification(
  id: string,
  institution: string,
  rest: Partial<WorldRectification>,
): WorldRectification {
  return {
    id,
    institution,
    targetKind: "AGENT",
    targetCode: `${institution}-AG1`,
    breach: {
      ruleId: "agentRectify",
      article: "N16-4",
      message: "Opened without a document.",
      until: null,
      fact: null,
    },
    status: "ORDERED",
    orderedOn: "2026-10-01",
    dueOn: "2026-11-01",
    closedOn: null,
    ...rest,
  };
}

/** Complete, complete, half-way through its backfill, and silent for a long time; and a bank, which is not ours. */
export const TELECOM_WORLD: WorldChunk = {
  ...EMPTY_CHUNK,
  institutions: [
    carrier("C01", "远讯通信", THIS_MIDNIGHT),
    carrier("C02", "星澜移动", THIS_MIDNIGHT),
    carrier("C03", "恒波电信", null),
    carrier("V02", "拾光通信", "2026-09-10T16:00:00.000Z"),
    { ...carrier("102", "华衡银行", THIS_MIDNIGHT), sector: "BANKING" },
  ],
  subjects: [
    { kind: "PERSON", document: PEOPLE.customer, name: CUSTOMER_NAME, legalRepresentative: null },
    { kind: "UNIT", document: PEOPLE.unit, name: "云港贸易有限公司", legalRepresentative: PEOPLE.customer },
  ],
  lines: [
    line(NUMBERS.customer, PEOPLE.customer, {
      involvedOn: "2026-11-10",
      flags: [
        flag(FLAGS.verified, {
          status: "VERIFIED",
          verifiedBy: "police/investigator",
          verifiedAt: "2026-11-05T00:00:00.000Z",
        }),
        flag(FLAGS.policeNotice, { kind: "POLICE_NOTICE", reportedAt: "2026-11-04T00:00:00.000Z" }),
        flag(FLAGS.older, { kind: "SPAM_SMS", status: "DISMISSED", reportedAt: "2025-01-01T00:00:00.000Z" }),
      ],
      orders: [order(ORDERS.ofCustomer, { causeId: FLAGS.verified })],
    }),
    line(NUMBERS.customerAtC02, PEOPLE.customer, {
      carrier: "C02",
      outletCode: "C02-2",
      registeredOn: "2020-01-01",
      flags: [flag(FLAGS.atC02)],
      orders: [order(ORDERS.atC02)],
    }),
    line(NUMBERS.customerBroadband, PEOPLE.customer, {
      carrier: "C02",
      kind: "BROADBAND",
      status: "CLOSED",
      outletCode: null,
      registeredOn: "2019-01-01",
      closedOn: "2022-01-01",
    }),
    line("14300000002", PEOPLE.elsewhere, { carrier: "C02", outletCode: "C02-1" }),
    line("14300000003", PEOPLE.elsewhere, { carrier: "C02", kind: "IOT", outletCode: "C02-1" }),
    ...cards(5, PEOPLE.fiveCards, "1410001"),
    line("14100015555", PEOPLE.fiveCards, { status: "CLOSED", closedOn: "2026-11-24" }),
    line("1410001666666", PEOPLE.fiveCards, { kind: "IOT" }),
    ...cards(6, PEOPLE.sixCards, "1410002", { outletCode: "C01-2" }),
    ...cards(7, PEOPLE.unit, "1410003", { outletCode: "C01-2" }),
    line("14100040000", PEOPLE.blacklisted),
    line("14100050000", PEOPLE.forged, {
      flags: [flag(FLAGS.forged, { kind: "FORGED_ID", status: "VERIFIED" })],
    }),
    line("14100060000", PEOPLE.unproved, { realName: null, registeredOn: "2016-09-23" }),
    line(NUMBERS.former, PEOPLE.former, { status: "CLOSED", closedOn: "2025-01-01" }),
    line(NUMBERS.nobody, null, {
      registeredOn: "2016-10-15",
      flags: [flag(FLAGS.ofNobody, { status: "VERIFIED" })],
      orders: [
        order(ORDERS.ofNobody, { kind: "STOP_UNREGISTERED", dueAt: "2026-11-26T00:00:00.000Z" }),
        order(ORDERS.overdue, { kind: "REVERIFY", status: "ISSUED", dueAt: "2026-11-23T00:00:00.000Z" }),
        order(ORDERS.executed, { status: "EXECUTED", executedAt: "2026-11-20T06:00:00.000Z" }),
        order(ORDERS.restored, {
          kind: "RESTORE",
          status: "EXECUTED",
          executedAt: "2026-11-20T02:30:00.000Z",
        }),
      ],
    }),
  ],
  blacklist: [
    {
      id: BLACKLIST.standing,
      holder: PEOPLE.blacklisted,
      carrier: "C01",
      reason: "resale",
      startsOn: "2026-01-01",
      endsOn: "2027-01-01",
      liftedAt: null,
    },
    {
      id: BLACKLIST.lifted,
      holder: PEOPLE.customer,
      carrier: "C01",
      reason: "resale",
      startsOn: "2026-01-01",
      endsOn: null,
      liftedAt: "2026-02-01T02:00:00.000Z",
    },
  ],
  rectifications: [
    rectification(RECTIFICATIONS.overdue, "C01", { status: "OVERDUE" }),
    rectification(RECTIFICATIONS.closed, "C01", {
      status: "CLOSED",
      orderedOn: "2025-01-01",
      closedOn: "2025-02-01",
    }),
    rectification(RECTIFICATIONS.atC02, "C02", { dueOn: TODAY }),
    rectification(uuid(204), "102", {}),
  ],
};
