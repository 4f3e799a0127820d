import type { RequestClaims } from "../../../schema/contract/claims";
import { ROLE_SCOPES } from "../../../schema/contract/scopes";
import type { Database } from "../../../schema/database/openDatabase";
import type { AccessRecordRow } from "../../../subgraphs/audit/store/accessRecordRow";
import { createAuditStore, type AuditStore } from "../../../subgraphs/audit/store/auditStore";
import { createAuditSubgraph } from "../../../subgraphs/audit/subgraph";
import { createSubgraphExecutor } from "../../../subgraphs/shared/createSubgraphExecutor";
import { claimsOf } from "../../support/claims";

export const NOW = new Date("2026-11-24T04:00:00.000Z");
export const CHAIN = "20261124040000000-00000001";
export const ALICE = `1${"a".repeat(43)}`;
export const BOB = `1${"b".repeat(43)}`;

/** What came back, loosely typed: each test says what it expects of it. */
export interface Answer {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly data: any;
  readonly code: unknown;
}

/** An audit subgraph on a store of its own, asked as the gateway asks it. */
export interface AuditHub {
  readonly database: Database;
  readonly store: AuditStore;
  ask(claims: RequestClaims, query: string, variables?: Record<string, unknown>): Promise<Answer>;
}

/** Puts an audit subgraph together over an empty, migrated store. */
export async function createAuditHub(database: Database): Promise<AuditHub> {
  const running = await createAuditSubgraph({ database, clock: () => NOW });
  const execute = createSubgraphExecutor(running, () => undefined);
  return {
    database,
    store: createAuditStore(database),
    async ask(claims, query, variables = {}) {
      const { data, errors } = await execute({ query, variables }, claims);
      return { data, code: errors?.[0]?.extensions?.code };
    },
  };
}

/** A record as the gateway writes them; a test says what matters. */
export function record(sequence: number, rest: Partial<AccessRecordRow> = {}): AccessRecordRow {
  return {
    chain: CHAIN,
    sequence,
    kind: "OPERATION",
    at: "2026-11-24T02:00:00.000Z",
    caller: "bank/bank-risk",
    institution: "102",
    purpose: "ACCOUNT_OPENING",
    reference: "A-1",
    operation: "Dossier",
    subjectIds: [ALICE],
    fieldsReturned: ["Subject.accounts"],
    fieldsDenied: [],
    servedFromCache: [],
    outcome: "OK",
    ruleVersions: ["NOTICE_2020"],
    resultDigest: "d",
    hash: String(sequence).padStart(64, "0"),
    ...rest,
  };
}

/** An alarm as the gateway chains them. */
export function alarm(sequence: number, rest: Partial<AccessRecordRow> = {}): AccessRecordRow {
  return record(sequence, {
    kind: "ALARM",
    outcome: "UNUSUAL_VOLUME",
    purpose: "",
    reference: null,
    operation: "",
    subjectIds: [],
    fieldsReturned: [],
    ruleVersions: [],
    alarmCount: 1,
    ...rest,
  });
}

export const auditor = (): RequestClaims =>
  claimsOf({ id: "audit/auditor", kind: "AUDITOR", institution: null, scopes: ROLE_SCOPES.auditor });

export const self = (person: string | null): RequestClaims =>
  claimsOf({ id: "person/person", kind: "PERSON", institution: null, person, scopes: ROLE_SCOPES.person });
