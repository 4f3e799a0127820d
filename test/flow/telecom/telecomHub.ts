import { randomBytes } from "node:crypto";
import type { WorldChunk, WorldDocument } from "../../../scripts/seed/worldModel";
import { createTelecomWriter } from "../../../scripts/seed/writeTelecom";
import type { PoliceEvent } from "../../../schema/contract/policeEvents";
import { chinaDay } from "../../../schema/contract/calendar";
import type { RequestClaims } from "../../../schema/contract/claims";
import { createDirectoryIds } from "../../../schema/contract/directoryIds";
import { HubError } from "../../../schema/contract/errors";
import { parseIdentityDocument } from "../../../schema/contract/identityDocument";
import { ROLE_SCOPES, type Role } from "../../../schema/contract/scopes";
import { createSealer } from "../../../schema/contract/sealing";
import { createTokeniser } from "../../../schema/contract/tokens";
import type { Database } from "../../../schema/database/openDatabase";
import { createSubgraphExecutor } from "../../../subgraphs/shared/createSubgraphExecutor";
import type { SubgraphKeys } from "../../../subgraphs/shared/requestContext";
import { createTelecomSubgraph } from "../../../subgraphs/telecom/subgraph";
import { claimsOf } from "../../support/claims";
import { NOW } from "./telecomWorld";

/** What came back, loosely typed: each test says what it expects of it. */
export interface Answer {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly data: any;
  readonly code: unknown;
  /** What is said to the gateway beside the answer. */
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** A telecom subgraph on a store of its own, asked as the gateway asks it. */
export interface TelecomHub {
  readonly database: Database;
  readonly keys: SubgraphKeys;
  /** What went wrong inside, told to nobody. */
  readonly faults: unknown[];
  ask(claims: RequestClaims, query: string, variables?: Record<string, unknown>): Promise<Answer>;
  /** One entity by its key, on the road that other subgraphs' references take. */
  entity(claims: RequestClaims, reference: Record<string, unknown>, selection: string): Promise<Answer>;
  /** How many statements an answer took. */
  countStatements(work: () => Promise<unknown>): Promise<number>;
  readonly tokenOf: (document: WorldDocument) => string;
  write(chunk: WorldChunk): Promise<void>;
  setNow(now: Date): void;
  /** The police say something: its effects are there when this resolves. */
  hear(event: PoliceEvent): Promise<void>;
  /** Looks at all that has changed since, as the subgraph does unasked. */
  review(): Promise<void>;
}

/** Puts a telecom subgraph together over an empty, migrated store. */
export async function createTelecomHub(database: Database): Promise<TelecomHub> {
  const tokenise = createTokeniser(randomBytes(32));
  const ids = createDirectoryIds(randomBytes(32));
  const keys = { ids, sealer: createSealer({ current: "k1", keys: { k1: randomBytes(32) } }) };
  let now = NOW;
  const running = await createTelecomSubgraph({ database, keys, clock: () => now });
  const faults: unknown[] = [];
  const execute = createSubgraphExecutor(running, (_id, error) => {
    if (!(error instanceof HubError)) faults.push(error);
  });
  const writer = createTelecomWriter({ database, keys, tokenOf: tokenise, today: chinaDay(NOW) });

  async function ask(claims: RequestClaims, query: string, variables = {}): Promise<Answer> {
    const { data, errors, extensions } = await execute({ query, variables }, claims);
    return { data, code: errors?.[0]?.extensions?.code, ...(extensions === undefined ? {} : { extensions }) };
  }

  return {
    database,
    keys,
    faults,
    ask,
    async entity(claims, reference, selection) {
      const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on ${String(reference.__typename)} { ${selection} } } }`;
      const { data, code } = await ask(claims, query, { r: [reference] });
      return { data: (data as { _entities: unknown[] } | null)?._entities[0], code };
    },
    async countStatements(work) {
      let statements = 0;
      const stop = database.onStatement(() => (statements += 1));
      await work();
      stop();
      return statements;
    },
    tokenOf: document => tokenise(parseIdentityDocument(document)),
    write: chunk => writer.write(chunk),
    setNow(moment) {
      now = moment;
    },
    hear: event =>
      database.transaction(async tx => {
        const told = { sequence: 1, at: now, kind: event.kind, payload: JSON.stringify(event) };
        for (const { apply } of running.follows ?? []) await apply(tx, [told]);
      }),
    async review() {
      for (const chore of running.chores ?? []) while (await chore());
    },
  };
}

/** A county investigator. */
export function police(): RequestClaims {
  return claimsOf({
    id: "police/investigator",
    kind: "POLICE",
    institution: null,
    scopes: ROLE_SCOPES.investigator,
  });
}

/** An officer of an organ of a districted city, who reads figures too. */
export function authority(): RequestClaims {
  return claimsOf({
    id: "police/authority",
    kind: "POLICE",
    institution: null,
    scopes: ROLE_SCOPES.authority,
  });
}

/** The risk officer of a carrier. */
export function carrier(institution = "C01", role: Role = "carrier-risk"): RequestClaims {
  return claimsOf({ id: `carrier/${role}`, kind: "CARRIER", institution, scopes: ROLE_SCOPES[role] });
}

/** The risk officer of bank 102. */
export function bank(): RequestClaims {
  return claimsOf({ scopes: ROLE_SCOPES["bank-risk"] });
}

/** The telecom regulator. */
export function regulator(): RequestClaims {
  return claimsOf({
    id: "regulator-telecom/regulator-telecom",
    kind: "TELECOM_REGULATOR",
    institution: null,
    scopes: ROLE_SCOPES["regulator-telecom"],
  });
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
