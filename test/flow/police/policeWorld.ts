import type {
  WorldChunk,
  WorldDocument,
  WorldMeasure,
  WorldSanction,
} from "../../../scripts/seed/worldModel";
import { POLICE_CASES } from "./policeCases";
import { TODAY, PEOPLE, CASES, TIP_CONTENT, SANCTIONED_NAME, uuid, SANCTIONS } from "./policeNames";

function measures(startsOn: string, endsOn: string, liftedAt: string | null): WorldMeasure[] {
  const recordedAt = `${startsOn}T02:00:00.000Z`;
  return [
    { kind: "SUSPEND_NON_COUNTER", sector: "BANKING", startsOn, endsOn, recordedAt, liftedAt },
    { kind: "NO_NEW_ACCOUNT", sector: "PAYMENT", startsOn, endsOn, recordedAt, liftedAt },
  ];
}

function sanction(id: string, subject: WorldDocument, rest: Partial<WorldSanction>): WorldSanction {
  return {
    id,
    subject,
    role: "INDIVIDUAL",
    conduct: "ILLEGAL_SALE",
    instruments: ["PERSONAL_CARD"],
    ruleVersion: "NOTICE_2020",
    recognisedBy: "A110100",
    recognisedOn: "2024-03-01",
    servedOn: "2024-03-05",
    status: "ACTIVE",
    caseNumber: null,
    reason: "Sold three bank cards.",
    remedy: "An objection can be filed with the organ that recognised.",
    papers: ["Identity document"],
    measures: measures("2024-03-01", "2029-03-01", null),
    objections: [],
    ...rest,
  };
}

/** Everything the police hold in this small world. */
export const POLICE_WORLD: WorldChunk = {
  institutions: [
    { code: "102", name: "华衡银行", sector: "BANKING", region: "990000", completeAsOf: null, outlets: [] },
    { code: "C01", name: "远讯通信", sector: "TELECOM", region: "990100", completeAsOf: null, outlets: [] },
    { code: "Z01", name: "汇云支付", sector: "PAYMENT", region: "880000", completeAsOf: null, outlets: [] },
  ],
  authorities: [
    { code: "A000000", name: "部", level: "MINISTRY", region: "000000", superior: null },
    { code: "A990000", name: "省厅", level: "PROVINCE", region: "990000", superior: "A000000" },
    { code: "A110100", name: "市局", level: "DISTRICTED_CITY", region: "990100", superior: "A990000" },
    { code: "A110199", name: "分局", level: "COUNTY", region: "990101", superior: "A110100" },
    { code: "A220100", name: "另一市局", level: "DISTRICTED_CITY", region: "880100", superior: "A990000" },
  ],
  rectifications: [],
  patrols: [
    {
      outletCode: "102-001",
      institution: "102",
      region: "990101",
      involved: 3,
      lastPatrolledOn: "2026-11-01",
    },
    {
      outletCode: "102-002",
      institution: "102",
      region: "990102",
      involved: 9,
      lastPatrolledOn: "2026-11-20",
    },
    { outletCode: "C01-001", institution: "C01", region: "990101", involved: 3, lastPatrolledOn: null },
    { outletCode: "C01-002", institution: "C01", region: "880101", involved: 50, lastPatrolledOn: null },
  ],
  warnings: [
    { id: uuid(701), title: "Everywhere", body: "b", regions: [], publishedAt: "2026-11-01T00:00:00.000Z" },
    {
      id: uuid(702),
      title: "Province",
      body: "b",
      regions: ["990000"],
      publishedAt: "2026-11-02T00:00:00.000Z",
    },
    {
      id: uuid(703),
      title: "District",
      body: "b",
      regions: ["990101"],
      publishedAt: "2026-11-03T00:00:00.000Z",
    },
    {
      id: uuid(704),
      title: "Elsewhere",
      body: "b",
      regions: ["880100"],
      publishedAt: "2026-11-04T00:00:00.000Z",
    },
  ],
  indicators: [
    {
      id: uuid(801),
      kind: "WEBSITE",
      status: "REPORTED",
      value: "cards-for-sale.example",
      caseNumber: CASES.own,
      recordedAt: "2026-11-01T00:00:00.000Z",
    },
    {
      id: uuid(802),
      kind: "TROJAN",
      status: "BLOCKED",
      value: "app.example/x.apk",
      caseNumber: CASES.others,
      recordedAt: "2026-11-02T00:00:00.000Z",
    },
  ],
  tips: [
    {
      id: uuid(901),
      receivedAt: "2026-11-05T00:00:00.000Z",
      content: TIP_CONTENT,
      status: "LINKED",
      caseNumber: CASES.others,
      rewardDue: false,
    },
    {
      id: uuid(902),
      receivedAt: "2026-11-06T00:00:00.000Z",
      content: "Nothing much.",
      status: "RECEIVED",
      caseNumber: null,
      rewardDue: false,
    },
  ],
  subjects: [
    { kind: "PERSON", document: PEOPLE.sanctioned, name: SANCTIONED_NAME, legalRepresentative: null },
    { kind: "PERSON", document: PEOPLE.clean, name: "李无事", legalRepresentative: null },
  ],
  lines: [],
  blacklist: [],
  accounts: [],
  transfers: [],
  cases: POLICE_CASES,
  sanctions: [
    sanction(SANCTIONS.active, PEOPLE.sanctioned, { caseNumber: CASES.own }),
    sanction(SANCTIONS.lifted, PEOPLE.lifted, {
      status: "LIFTED",
      instruments: ["PERSONAL_CARD", "PHONE_CARD"],
      measures: measures("2024-03-01", "2029-03-01", "2025-06-01T02:00:00.000Z"),
      objections: [
        {
          id: uuid(502),
          status: "CONFIRMED",
          grounds: "It was not me.",
          filedAt: "2025-05-30T02:00:00.000Z",
          dueAt: "2025-06-14T02:00:00.000Z",
          decidedAt: "2025-06-01T02:00:00.000Z",
          decision: "Confirmed.",
          restoredAt: "2025-06-01T08:00:00.000Z",
        },
      ],
    }),
    sanction(SANCTIONS.expired, PEOPLE.expired, {
      recognisedBy: "A220100",
      recognisedOn: "2021-11-23",
      status: "EXPIRED",
      measures: measures("2021-11-23", "2026-11-23", null),
    }),
    sanction(SANCTIONS.objected, PEOPLE.objecting, {
      status: "OBJECTED",
      recognisedOn: "2021-11-24",
      measures: measures("2021-11-24", TODAY, null),
      caseNumber: CASES.others,
      objections: [
        {
          id: uuid(501),
          status: "FILED",
          grounds: "The card was stolen.",
          filedAt: "2026-11-20T02:00:00.000Z",
          dueAt: "2026-12-05T02:00:00.000Z",
          decidedAt: null,
          decision: null,
          restoredAt: null,
        },
      ],
    }),
  ],
  visits: [
    {
      id: uuid(201),
      subject: PEOPLE.sanctioned,
      region: "990101",
      status: "PLANNED",
      plannedOn: "2026-11-10",
      metOn: null,
      commitmentReference: null,
    },
    {
      id: uuid(202),
      subject: PEOPLE.lifted,
      region: "990102",
      status: "MET",
      plannedOn: "2026-11-05",
      metOn: "2026-11-06",
      commitmentReference: null,
    },
    {
      id: uuid(203),
      subject: PEOPLE.expired,
      region: "990101",
      status: "SIGNED",
      plannedOn: "2026-11-01",
      metOn: "2026-11-02",
      commitmentReference: "L-1",
    },
  ],
};
