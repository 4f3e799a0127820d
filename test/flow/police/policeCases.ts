import type { WorldCase, WorldInvolvement } from "../../../scripts/seed/worldModel";
import {
  PEOPLE,
  CASES,
  OFFICERS,
  LINE_NUMBER,
  ACCOUNT,
  uuid,
  STOP_PAYMENTS,
  INVOLVEMENTS,
} from "./policeNames";

/** An involvement in its barest form; a test says what matters. */
export function involvement(id: string, rest: Partial<WorldInvolvement>): WorldInvolvement {
  return {
    id,
    role: "HOLDER",
    standing: "LEAD",
    subject: null,
    lineNumber: null,
    account: null,
    conduct: null,
    knowing: null,
    addedBy: OFFICERS.investigator,
    confirmedBy: null,
    confirmedAt: null,
    recognisedBy: null,
    recognisedOn: null,
    markedAt: "2026-10-01T02:00:00.000Z",
    withdrawnAt: null,
    ...rest,
  };
}

const byLead = { confirmedBy: OFFICERS.lead, confirmedAt: "2026-10-02T02:00:00.000Z" };

function caseOf(number: string, rest: Partial<WorldCase>): WorldCase {
  return {
    number,
    title: `Case ${number}`,
    authority: "A110199",
    status: "OPEN",
    openedOn: "2026-10-01",
    closedOn: null,
    officers: [OFFICERS.investigator],
    lead: OFFICERS.lead,
    stages: [{ name: "FILED", enteredOn: "2026-10-01" }],
    involvements: [],
    surrenders: [],
    stopPayments: [],
    freezes: [],
    statementRequests: [],
    approvals: [],
    ...rest,
  };
}

const ownCase = caseOf(CASES.own, {
  stages: [
    { name: "INVESTIGATION", enteredOn: "2026-10-11" },
    { name: "FILED", enteredOn: "2026-10-01" },
  ],
  involvements: [
    involvement(INVOLVEMENTS.confirmed, { subject: PEOPLE.confirmed, ...byLead }),
    involvement(INVOLVEMENTS.unconfirmed, { subject: PEOPLE.unconfirmed }),
    involvement(INVOLVEMENTS.withdrawn, {
      subject: PEOPLE.withdrawn,
      standing: "WITHDRAWN",
      withdrawnAt: "2026-10-20T02:00:00.000Z",
      ...byLead,
    }),
    involvement(INVOLVEMENTS.line, { lineNumber: LINE_NUMBER, markedAt: "2026-10-03T02:00:00.000Z" }),
    involvement(INVOLVEMENTS.account, {
      account: ACCOUNT,
      standing: "RECOGNISED",
      recognisedBy: "A110100",
      recognisedOn: "2026-10-05",
    }),
  ],
  surrenders: [
    {
      id: uuid(301),
      subject: PEOPLE.confirmed,
      surrenderedOn: "2021-01-15",
      confessed: true,
      exposedOthers: true,
    },
  ],
  stopPayments: [
    {
      id: STOP_PAYMENTS.own,
      account: ACCOUNT,
      startsAt: "2026-10-06T00:00:00.000Z",
      endsAt: "2026-10-08T00:00:00.000Z",
      sequence: 1,
    },
  ],
});

const othersCase = caseOf(CASES.others, {
  authority: "A220100",
  officers: [OFFICERS.stranger],
  lead: OFFICERS.stranger,
  involvements: [
    involvement(INVOLVEMENTS.others, {
      subject: PEOPLE.ofAnotherCase,
      addedBy: "police/helper",
      confirmedBy: OFFICERS.stranger,
      confirmedAt: "2026-10-02T02:00:00.000Z",
    }),
    involvement(uuid(109), { subject: PEOPLE.confirmed, addedBy: "police/helper" }),
    involvement(INVOLVEMENTS.othersLine, { lineNumber: LINE_NUMBER, addedBy: "police/helper" }),
    involvement(uuid(110), { account: ACCOUNT, addedBy: "police/helper" }),
  ],
  stopPayments: [
    {
      id: STOP_PAYMENTS.others,
      account: ACCOUNT,
      startsAt: "2026-11-01T00:00:00.000Z",
      endsAt: "2026-11-03T00:00:00.000Z",
      sequence: 2,
    },
  ],
});

const closedCase = caseOf(CASES.closed, {
  status: "CLOSED",
  openedOn: "2025-01-10",
  closedOn: "2025-06-30",
  stages: [{ name: "FILED", enteredOn: "2025-01-10" }],
  involvements: [involvement(INVOLVEMENTS.closed, { subject: PEOPLE.ofClosedCase, ...byLead })],
});

/** A case of the investigator, one of a stranger, and a closed one. */
export const POLICE_CASES: readonly WorldCase[] = [ownCase, othersCase, closedCase];
