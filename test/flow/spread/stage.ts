import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { createTokeniser } from "../../../schema/contract/tokens";
import { parseIdentityDocument } from "../../../schema/contract/identityDocument";
import { openDatabase, type Database } from "../../../schema/database/openDatabase";
import { askHub, type HubQuestion } from "../../../scripts/hub/askHub";
import { parseSecret } from "../../../scripts/settings/parseKeys";
import type { Answer } from "../../support/askOverHttp";
import type { Officer, OwnIssuers } from "../../support/ownIssuers";

/** A hub on which the story is played: where it is asked, and where its stores are. */
export interface Stage {
  /** Asks until it is answered: a part that is away at the moment is asked again. */
  ask(officer: Officer, query: string, question?: HubQuestion): Promise<Answer>;
  /** Asks once; null where no answer came, and so nobody knows whether it was done. */
  askOnce(officer: Officer, query: string, question?: HubQuestion): Promise<Answer | null>;
  tokenOf(document: { readonly type: string; readonly number: string }): string;
  /** Resolves when every event has been numbered, pulled and acted upon, and nothing is left to look at. */
  settled(): Promise<void>;
  readonly stores: Readonly<Record<"telecom" | "banking" | "police", Database>>;
  close(): Promise<void>;
}

interface StageParts {
  readonly gateway: string;
  readonly issuers: OwnIssuers;
  readonly secrets: Readonly<Record<string, string>>;
  readonly databaseUrls: Readonly<Record<"telecom" | "banking" | "police", string>>;
  /** Told of each question, by its number. */
  readonly onAsk?: (question: number) => void;
}

/** What says that a part did not answer, rather than that it refused. */
const AWAY: readonly unknown[] = ["SUBGRAPH_UNAVAILABLE", "AUDIT_UNAVAILABLE"];
const AGAIN_MS = 100;
/** Longer than a process takes to start that is killed twice in a row, on a machine that others use too. */
const PATIENCE_MS = 180_000;

/** Makes the stage of a hub that runs. */
export function createStage({ gateway, issuers, secrets, databaseUrls, onAsk }: StageParts): Stage {
  const tokenise = createTokeniser(parseSecret(secrets.IDENTITY_PEPPER ?? ""));
  const stores = {
    telecom: openDatabase({ url: databaseUrls.telecom }),
    banking: openDatabase({ url: databaseUrls.banking }),
    police: openDatabase({ url: databaseUrls.police }),
  };
  const tokens = new Map<string, Promise<string>>();
  let questions = 0;

  async function askOnce(
    officer: Officer,
    query: string,
    question: HubQuestion = {},
  ): Promise<Answer | null> {
    const key = JSON.stringify(officer);
    const token = tokens.get(key) ?? issuers.tokenFor(officer);
    tokens.set(key, token);
    onAsk?.((questions += 1));
    try {
      const answer = (await askHub(gateway, await token, query, question)) as Answer;
      return answer.errors?.some(({ extensions }) => AWAY.includes(extensions?.code)) ? null : answer;
    } catch {
      return null; // the gateway itself is away
    }
  }

  return {
    askOnce,
    async ask(officer, query, question) {
      for (const deadline = Date.now() + PATIENCE_MS; ;) {
        const answer = await askOnce(officer, query, question);
        if (answer !== null) return answer;
        if (Date.now() > deadline) throw new Error(`nobody answers: ${query.slice(0, 100)}`);
        await sleep(AGAIN_MS);
      }
    },
    tokenOf: document => tokenise(parseIdentityDocument(document)),
    async settled() {
      for (const deadline = Date.now() + PATIENCE_MS; ;) {
        if (await isSettled(stores)) return;
        if (Date.now() > deadline) throw new Error("events have not been acted upon");
        await sleep(AGAIN_MS / 4);
      }
    },
    stores,
    async close() {
      for (const store of Object.values(stores)) await store.close();
    },
  };
}

async function isSettled({ telecom, banking, police }: Stage["stores"]): Promise<boolean> {
  // In the order in which events travel: what is empty after its source was empty stays so.
  if (await isWaiting(police, "outbox")) return false;
  for (const [name, store] of [
    ["telecom", telecom],
    ["banking", banking],
  ] as const) {
    if ((await lastTold(police, name)) !== (await lastHeard(store, name, "police"))) return false;
    if ((await isWaiting(store, "order_review", name)) || (await isWaiting(store, "outbox", name)))
      return false;
    if ((await lastTold(store, "police", name)) !== (await lastHeard(police, "police", name))) return false;
  }
  return !(await isWaiting(police, "outbox"));
}

async function isWaiting({ db }: Database, table: string, schema = "police"): Promise<boolean> {
  const { rows } = await sql<{
    waiting: boolean;
  }>`select exists (select 1 from ${sql.id(schema, table)}) as waiting`.execute(db);
  return rows[0]?.waiting === true;
}

async function lastTold({ db }: Database, audience: string, schema = "police"): Promise<number> {
  const { rows } = await sql<{ last: number }>`select coalesce(max(sequence), 0) as last
    from ${sql.id(schema, "change")} where audience = ${`subgraph:${audience}`}`.execute(db);
  return Number(rows[0]?.last);
}

async function lastHeard({ db }: Database, schema: string, source: string): Promise<number> {
  const { rows } = await sql<{ sequence: number }>`select sequence
    from ${sql.id(schema, "event_cursor")} where source = ${source}`.execute(db);
  return rows[0]?.sequence ?? 0;
}
