import { createPublicKey } from "node:crypto";
import { Redis } from "ioredis";
import { verifyAudit, type CheckpointSource } from "../../../gateway/audit/verifyAudit";
import { CliError } from "../../cli/cliError";
import { readSettings } from "../../settings/readSettings";
import { SECRET_SETTINGS } from "../../settings/secretSettings";
import { askOnce } from "../load/askOnce";
import { dossierBody } from "../workloads/dossierBodies";
import type { BenchWorld } from "./createBenchWorld";
import type { Rig, StartedContestant, SubgraphOrigins } from "./rig";

/** What was seen of one gateway of ours that was measured: nothing of this comes from one that runs with less. */
export interface Proof {
  /** Answers under load, each with a receipt of its own. */
  readonly answers: number;
  /** Signed access records that stand unbroken in its folder, receipts and refusals alike. */
  readonly records: number;
  /** Cached values that were looked at, all of them sealed; null where it has no Redis. */
  readonly sealed: number | null;
}

/** What a proof is made with. */
export interface ProofParts {
  readonly environment: Readonly<Record<string, string>>;
  readonly world: BenchWorld;
  /** The real ones: they are called without a signature. */
  readonly subgraphs: SubgraphOrigins;
  readonly headersOf: Rig["headersOf"];
  readonly redisUrl: string | null;
  readonly onProof: (proof: Proof) => void;
}

type Headers = Readonly<Record<string, string>>;

const NOBODYS_CASE = "A110100-2026-901";
const RECEIPT = /^"audit":\{"chain":"[^"]+","sequence":(\d+),"hash":"[0-9a-f]{64}"\}/;
/** Of a Redis with millions of values so many are looked at. */
const MOST_LOOKED_AT = 2_000;
/** The depositories go with the run; the signatures in the file vouch for it. */
const NO_CHECKPOINTS: CheckpointSource = {
  chains: () => Promise.resolve([]),
  async *of() {},
};

/**
 * A gateway of ours that is to be measured, made to prove that it runs with everything on. Before: it refuses who has
 * no token, no purpose or another's case, keeps lines from a bank, and its subgraphs refuse what is not signed. While
 * it is measured: an answer without a receipt is a wrong one. When it is stopped: its access records are unbroken and
 * signed, and reach up to the last receipt; what it kept in Redis cannot be read. Throws where one of these does not hold.
 */
export async function proveProduction(
  ours: StartedContestant,
  parts: ProofParts,
): Promise<StartedContestant> {
  await requireRefusals(ours.url, parts);
  const sequences = new Set<number>();
  let last = 0;
  return {
    ...ours,
    isOnRecord(body) {
      const [, sequence] = RECEIPT.exec(body.slice(body.lastIndexOf('"audit":{'))) ?? [];
      if (sequence === undefined) return false;
      const number = Number(sequence);
      last = Math.max(last, number);
      const isNew = !sequences.has(number);
      sequences.add(number);
      return isNew;
    },
    async stop() {
      const sealed = parts.redisUrl === null ? null : await requireSealed(parts.redisUrl);
      await ours.stop();
      const records = await requireRecords(ours.auditFolder, parts, last);
      parts.onProof({ answers: sequences.size, records, sealed });
    },
  };
}

async function requireRefusals(url: string, { world, subgraphs, headersOf }: ProofParts): Promise<void> {
  const body = dossierBody(world.documents[0]);
  const investigator = await headersOf("investigator", "CASE", world.caseNumber);
  const { "duanka-purpose": _purpose, "duanka-reference": _reference, ...withoutPurpose } = investigator;
  const refusals: readonly (readonly [who: string, headers: Headers, code: string])[] = [
    ["somebody without a token", {}, "UNAUTHENTICATED"],
    ["an officer who states no purpose", withoutPurpose, "PURPOSE_REQUIRED"],
    [
      "an officer with a case of nobody's",
      { ...investigator, "duanka-reference": NOBODYS_CASE },
      "FORBIDDEN",
    ],
    ["a bank that asks for lines", await headersOf("bank-risk", "ACCOUNT_OPENING", "BENCH"), "FORBIDDEN"],
  ];
  for (const [who, headers, code] of refusals) {
    const text = await askOnce(url, headers, body);
    if (!text.includes(`"code":"${code}"`)) throw unproven(`${who} is not refused with ${code}`, text);
  }
  for (const [name, origin] of Object.entries(subgraphs)) {
    const text = await askOnce(`${origin}/graphql`, {}, '{"query":"{ __typename }"}');
    if (!text.includes('"code":"UNAUTHENTICATED"'))
      throw unproven(`${name} answers a question that is not signed`, text);
  }
}

/** How many values were looked at: all that a gateway keeps is sealed, and it keeps something. */
async function requireSealed(redisUrl: string): Promise<number> {
  const redis = new Redis(redisUrl);
  try {
    let looked = 0;
    for await (const names of redis.scanStream({ match: "duanka:cache:*", count: MOST_LOOKED_AT })) {
      for (const name of names as string[]) {
        const values = Object.entries(await redis.hgetall(name)).filter(([field]) => field.startsWith("v:"));
        const readable = values.find(([, value]) => value.includes('{"'));
        if (readable) throw unproven("a value in Redis can be read", readable[1]);
        looked += values.length;
      }
      if (looked >= MOST_LOOKED_AT) break;
    }
    if (looked === 0) throw unproven("nothing was cached in Redis", "no value is there");
    return looked;
  } finally {
    redis.disconnect();
  }
}

/** How many records stand unbroken: all up to the last receipt at the least. */
async function requireRecords(
  auditFolder: string,
  { environment }: ProofParts,
  last: number,
): Promise<number> {
  const { auditSigningKey } = readSettings(environment, SECRET_SETTINGS);
  const keys = [createPublicKey(auditSigningKey)];
  const [chain] = await verifyAudit(auditFolder, NO_CHECKPOINTS, keys);
  if (chain === undefined || !chain.intact || chain.length <= last)
    throw unproven(`there is no signed access record up to number ${last}`, JSON.stringify(chain ?? null));
  return chain.length;
}

function unproven(what: string, seen: string): CliError {
  const TOLD = 300;
  return new CliError(`what was measured is not the production configuration: ${what}.`, {
    next: `it said ${seen.slice(0, TOLD)}`,
  });
}
