import { composeResidentId } from "../../../scripts/seed/world/numbers/composeResidentId";
import type {
  WorldChunk,
  WorldDocument,
  WorldFlag,
  WorldLine,
  WorldLineOrder,
} from "../../../scripts/seed/worldModel";

/** A made-up person: division code 990101 is unassigned. */
export function person(sequence: number): WorldDocument {
  return { type: "RESIDENT_ID", number: composeResidentId("990101", "1990-01-01", sequence) };
}

/** A well-formed UUID that ends in the given number. */
export function uuid(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
}

/** The sanction behind the orders of this world. */
export const SANCTION = uuid(900);

/** A line in use, opened with all evidence; a test says what matters. */
export function line(number: string, holder: WorldDocument | null, rest: Partial<WorldLine> = {}): WorldLine {
  return {
    number,
    carrier: "C01",
    kind: "MOBILE",
    status: "ACTIVE",
    holder,
    registeredOn: "2024-03-01",
    activatedOn: "2024-03-02",
    lastUsedOn: "2026-11-20",
    closedOn: null,
    outletCode: "C01-1",
    realName:
      holder === null
        ? null
        : {
            method: "ID_READER",
            verifiedAt: "2024-03-01T02:00:00.000Z",
            onlineCheckPassed: true,
            photoReference: "photo/1",
            result: "PASSED",
          },
    riskNotice: { version: "2022-12", digest: "0".repeat(64), acknowledgedAt: "2024-03-01T02:05:00.000Z" },
    involvedOn: null,
    flags: [],
    orders: [],
    ...rest,
  };
}

/** A reported flag; a test says what matters. */
export function flag(id: string, rest: Partial<WorldFlag> = {}): WorldFlag {
  return {
    id,
    kind: "HARASSING_CALLS",
    status: "REPORTED",
    observedFrom: "2026-11-01T00:00:00.000Z",
    observedTo: "2026-11-02T00:00:00.000Z",
    callCount: 400,
    complaintCount: 3,
    evidence: "call records",
    reportedAt: "2026-11-03T00:00:00.000Z",
    verifiedBy: null,
    verifiedAt: null,
    note: null,
    ...rest,
  };
}

/** An order that waits to be executed; a test says what matters. */
export function order(id: string, rest: Partial<WorldLineOrder> = {}): WorldLineOrder {
  return {
    id,
    kind: "SUSPEND",
    status: "DELIVERED",
    issuedAt: "2026-11-20T00:00:00.000Z",
    dueAt: "2026-11-28T00:00:00.000Z",
    executedAt: null,
    causeId: SANCTION,
    reason: {
      ruleId: "telecomSanction",
      article: "N20-5",
      message: "Suspend the line.",
      until: "2031-11-20",
      fact: null,
    },
    ...rest,
  };
}

/** So many mobile cards with one carrier. */
export function cards(
  count: number,
  holder: WorldDocument,
  prefix: string,
  rest: Partial<WorldLine> = {},
): WorldLine[] {
  return Array.from({ length: count }, (_, index) =>
    line(prefix + String(index).padStart(4, "0"), holder, rest),
  );
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
