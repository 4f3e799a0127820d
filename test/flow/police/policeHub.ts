import { generateKeyPairSync, randomBytes, type KeyObject } from "node:crypto";
import { createPoliceWriter } from "../../../scripts/seed/writePolice";
import type { WorldChunk, WorldDocument } from "../../../scripts/seed/worldModel";
import { createDirectoryIds } from "../../../schema/contract/directoryIds";
import { chinaDay } from "../../../schema/contract/calendar";
import type { Caller, RequestClaims } from "../../../schema/contract/claims";
import { ROLE_SCOPES } from "../../../schema/contract/scopes";
import { createInformantSeal } from "../../../schema/contract/informantSeal";
import type { RestorationEvent } from "../../../schema/contract/restorationEvents";
import { createSealer } from "../../../schema/contract/sealing";
import { createTokeniser } from "../../../schema/contract/tokens";
import { HubError } from "../../../schema/contract/errors";
import type { KeptKind, KeptThing } from "../../../schema/contract/keptThings";
import { parseIdentityDocument } from "../../../schema/contract/identityDocument";
import type { Database } from "../../../schema/database/openDatabase";
import { createPoliceSubgraph } from "../../../subgraphs/police/subgraph";
import type { KeepingSubgraph } from "../../../subgraphs/shared/objections/askKept";
import { createSubgraphExecutor } from "../../../subgraphs/shared/createSubgraphExecutor";
import { claimsOf } from "../../support/claims";
import { NOW, OFFICERS } from "./policeNames";

/** What came back, loosely typed: each test says what it expects of it. */
export interface Answer {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly data: any;
  readonly code: unknown;
  readonly message: string | undefined;
}

/** A police subgraph on a store of its own, asked as the gateway asks it. */
export interface PoliceHub {
  readonly database: Database;
  readonly logged: unknown[];
  /** The half that no hub has. */
  readonly informantKey: KeyObject;
  ask(claims: RequestClaims, query: string, variables?: Record<string, unknown>): Promise<Answer>;
  tokenOf(document: WorldDocument): string;
  lineId(number: string): string;
  accountId(institution: string, number: string): string;
  write(chunk: WorldChunk): Promise<void>;
  setNow(now: Date): void;
  /** Another subgraph says something: its effects are there when this resolves. */
  hear(source: "banking" | "telecom", event: RestorationEvent): Promise<void>;
  /** A subgraph of a sector keeps this from now on. */
  keep(source: KeepingSubgraph, kind: KeptKind, id: string, thing: Partial<KeptThing>): void;
  /** Whether the subgraphs of the sectors answer. */
  silence(isSilent: boolean): void;
  /** What the subgraph does unasked, until nothing of it is left. */
  runChores(): Promise<void>;
}

/** Puts a police subgraph together over an empty, migrated store. */
export async function createPoliceHub(database: Database): Promise<PoliceHub> {
  const tokenise = createTokeniser(randomBytes(32));
  const ids = createDirectoryIds(randomBytes(32));
  const informants = generateKeyPairSync("x25519");
  const sealer = createSealer({ current: "k1", keys: { k1: randomBytes(32) } });
  const keys = { ids, sealer, sealInformant: createInformantSeal(informants.publicKey) };
  let now = NOW;
  const kept = new Map<string, KeptThing>();
  let isSilent = false;
  const running = await createPoliceSubgraph({
    database,
    keys,
    clock: () => now,
    askKept: (source, kind, id) =>
      isSilent
        ? Promise.reject(new HubError("SUBGRAPH_UNAVAILABLE", "silent"))
        : Promise.resolve(kept.get(keptKey(source, kind, id)) ?? null),
  });
  const logged: unknown[] = [];
  const execute = createSubgraphExecutor(running, (_id, error) => logged.push(error));
  const writer = createPoliceWriter({ database, keys, tokenOf: tokenise, today: chinaDay(NOW) });
  return {
    database,
    logged,
    informantKey: informants.privateKey,
    async ask(claims, query, variables = {}) {
      const { data, errors } = await execute({ query, variables }, claims);
      return { data, code: errors?.[0]?.extensions?.code, message: errors?.[0]?.message };
    },
    tokenOf: document => tokenise(parseIdentityDocument(document)),
    lineId: number => ids.lineId(number),
    accountId: (institution, number) => ids.accountId(institution, number),
    write: chunk => writer.write(chunk),
    hear: (source, event) =>
      database.transaction(async tx => {
        const told = { sequence: 1, at: now, kind: event.kind, payload: JSON.stringify(event) };
        for (const one of running.follows ?? []) if (one.source === source) await one.apply(tx, [told]);
      }),
    keep: (source, kind, id, thing) => {
      const whole = { subjectId: "", institution: "102", causeId: null, endedAs: null, ...thing };
      kept.set(keptKey(source, kind, id), whole);
    },
    silence: silent => {
      isSilent = silent;
    },
    async runChores() {
      for (const chore of running.chores ?? []) while (await chore());
    },
    setNow(moment) {
      now = moment;
    },
  };
}

const keptKey = (source: string, kind: string, id: string): string => `${source} ${kind} ${id}`;

/** An officer of the county organ, unless told otherwise. */
export function officer(id: string = OFFICERS.investigator, caller: Partial<Caller> = {}): RequestClaims {
  return claimsOf({
    id,
    kind: "POLICE",
    institution: null,
    authority: "A110199",
    scopes: ROLE_SCOPES.investigator,
    ...caller,
  });
}

/** An officer of an organ that recognises and decides. */
export function authorityOfficer(authority: string): RequestClaims {
  return officer("police/authority", { authority, scopes: ROLE_SCOPES.authority });
}

/** The risk officer of bank 102. */
export function bank(institution = "102"): RequestClaims {
  return claimsOf({ institution, scopes: ROLE_SCOPES["bank-risk"] });
}

/** A person asking about themself. */
export function self(token: string): RequestClaims {
  return claimsOf({
    id: `person/${token}`,
    kind: "PERSON",
    institution: null,
    person: token,
    scopes: ROLE_SCOPES.person,
  });
}
