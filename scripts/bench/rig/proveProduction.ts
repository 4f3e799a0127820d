import { createPublicKey, generateKeyPairSync } from "node:crypto";
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { Redis } from "ioredis";
import { z } from "zod";
import { readAuditLine } from "../../../gateway/audit/auditRecord";
import { auditFileOf } from "../../../gateway/audit/chainFiles";
import { verifyAudit, type CheckpointSource } from "../../../gateway/audit/verifyAudit";
import { createEntrySealing } from "../../../gateway/cache/sealing";
import { createSealer } from "../../../schema/contract/sealing";
import { signEnvelopes, writeEnvelope } from "../../../schema/contract/signature";
import { CliError } from "../../cli/cliError";
import { readSettings } from "../../settings/readSettings";
import { SECRET_SETTINGS } from "../../settings/secretSettings";
import { askOnce } from "../load/askOnce";
import { dossierBody } from "../workloads/dossierBodies";
import type { BenchWorld } from "./createBenchWorld";
import { peerClaims } from "./describePeer";
import { requireUser } from "./requireUser";
import type { Rig, StartedContestant, SubgraphOrigins } from "./rig";

/** What was seen of one gateway of ours that was measured: nothing of this comes from one that runs with less. */
export interface Proof {
  /** Answers under load, each with a receipt of its own, whose record is in the file. */
  readonly answers: number;
  /** Signed access records that stand unbroken in its folder, receipts and refusals alike. */
  readonly records: number;
  /** Cached values that were looked at, each sealed for its place; null where it has no Redis. */
  readonly sealed: number | null;
}

/** What a proof is made with. */
export interface ProofParts {
  readonly environment: Readonly<Record<string, string>>;
  readonly world: BenchWorld;
  /** The real ones: they are called without a signature, and with a stranger's. */
  readonly subgraphs: SubgraphOrigins;
  readonly headersOf: Rig["headersOf"];
  readonly redisUrl: string | null;
  readonly onProof: (proof: Proof) => void;
}

type Headers = Readonly<Record<string, string>>;

const NOBODYS_CASE = "A110100-2026-901";
const RECEIPT = /^"audit":\{"chain":"([^"]+)","sequence":(\d+),"hash":"([0-9a-f]{64})"\}/;
/** Before the name of a selection, where its value is kept. */
const VALUE = "v:";
/** Of a Redis with millions of values so many are looked at. */
const MOST_LOOKED_AT = 2_000;
/** The depositories go with the run; the signatures in the file vouch for it. */
const NO_CHECKPOINTS: CheckpointSource = {
  chains: () => Promise.resolve([]),
  async *of() {},
};

/**
 * A gateway of ours that is to be measured, made to prove that it runs with everything on. Before: it refuses who has
 * no token or a forged one, no purpose or a case of nobody's, keeps lines from a bank, and its subgraphs refuse what is
 * not signed or signed by a stranger. While it is measured: an answer without a receipt is a wrong one. When it is
 * stopped: its access records are unbroken and signed, and those of all receipts are among them; what it kept in Redis
 * is sealed. Throws where one of these does not hold.
 */
export async function proveProduction(
  ours: StartedContestant,
  parts: ProofParts,
): Promise<StartedContestant> {
  await requireRefusals(ours.url, parts);
  const hashes = new Map<string, string>(); // by chain and sequence
  return {
    ...ours,
    isOnRecord(body) {
      const [, chain, sequence, hash] = RECEIPT.exec(body.slice(body.lastIndexOf('"audit":{'))) ?? [];
      if (chain === undefined || hash === undefined) return false;
      const name = `${chain} ${sequence}`;
      const isNew = !hashes.has(name);
      hashes.set(name, hash);
      return isNew;
    },
    async stop() {
      const sealed = parts.redisUrl === null ? null : await requireSealed(parts.redisUrl, parts);
      await ours.stop();
      const records = await requireRecords(ours.auditFolder, parts, hashes);
      parts.onProof({ answers: hashes.size, records, sealed });
    },
  };
}

async function requireRefusals(url: string, { world, subgraphs, headersOf }: ProofParts): Promise<void> {
  const body = dossierBody(world.documents[0]);
  const investigator = await headersOf("investigator", "CASE", world.caseNumber);
  const { "duanka-purpose": _purpose, "duanka-reference": _reference, ...withoutPurpose } = investigator;
  const forged = changeSignature(investigator.authorization ?? "");
  const refusals: readonly (readonly [who: string, headers: Headers, code: string])[] = [
    ["somebody without a token", {}, "UNAUTHENTICATED"],
    ["somebody with a forged token", { ...investigator, authorization: forged }, "UNAUTHENTICATED"],
    ["an officer who states no purpose", withoutPurpose, "PURPOSE_REQUIRED"],
    [
      "an officer with a case of nobody's",
      { ...investigator, "duanka-reference": NOBODYS_CASE },
      "FORBIDDEN",
    ],
  ];
  for (const [who, headers, code] of refusals) {
    const text = await askOnce(url, headers, body);
    if (!text.includes(`"code":"${code}"`)) throw unproven(`${who} is not refused with ${code}`, text);
  }
  requireLinesKept(await askOnce(url, await headersOf("bank-risk", "ACCOUNT_OPENING", "BENCH"), body));
  const question = '{"query":"{ __typename }"}';
  for (const [name, origin] of Object.entries(subgraphs)) {
    const signatures: readonly Headers[] = [{}, signedByStranger(name, question, world)];
    for (const headers of signatures) {
      const text = await askOnce(`${origin}/graphql`, headers, question);
      if (!text.includes('"code":"UNAUTHENTICATED"'))
        throw unproven(`${name} answers a question that is not signed by the gateway`, text);
    }
  }
}

/** A token that its issuer has not signed. */
function changeSignature(token: string): string {
  const at = token.lastIndexOf(".") + 1;
  return token.slice(0, at) + (token[at] === "A" ? "B" : "A") + token.slice(at + 1);
}

const refusedSchema = z.object({
  data: z.object({ subject: z.object({ phoneLines: z.null() }) }),
  errors: z.array(
    z.object({
      path: z.array(z.union([z.string(), z.number()])),
      extensions: z.object({ code: z.string() }),
    }),
  ),
});

/** A bank is shown no line, and told so. */
function requireLinesKept(text: string): void {
  const answer = refusedSchema.safeParse(JSON.parse(text));
  const isRefused = answer.data?.errors.some(
    ({ path, extensions }) => path.join(".") === "subject.phoneLines" && extensions.code === "FORBIDDEN",
  );
  if (isRefused !== true) throw unproven("a bank is not refused lines with FORBIDDEN", text);
}

/** As the gateway would sign it, with a key that nobody knows. */
function signedByStranger(subgraph: string, body: string, world: BenchWorld): Headers {
  const { privateKey } = generateKeyPairSync("ed25519");
  const claims = peerClaims(requireUser("investigator"), world);
  const [headers] = signEnvelopes(privateKey, [writeEnvelope({ subgraph, claims, body, now: Date.now() })]);
  return { ...headers };
}

/** How many values were looked at: each was sealed, for where it is, and there are some. */
async function requireSealed(redisUrl: string, { environment }: ProofParts): Promise<number> {
  const { cacheKeys } = readSettings(environment, SECRET_SETTINGS);
  const sealing = createEntrySealing(createSealer(cacheKeys));
  const redis = new Redis(redisUrl);
  try {
    let looked = 0;
    for await (const names of redis.scanStream({ match: "duanka:cache:*", count: MOST_LOOKED_AT })) {
      for (const entity of names as string[]) {
        for (const [field, value] of Object.entries(await redis.hgetall(entity))) {
          if (!field.startsWith(VALUE)) continue;
          if (sealing.open({ entity, selection: field.slice(VALUE.length) }, value) === null)
            throw unproven("a value in Redis is not sealed", value);
          looked += 1;
        }
      }
      if (looked >= MOST_LOOKED_AT) break;
    }
    if (looked === 0) throw unproven("nothing was cached in Redis", "no value is there");
    return looked;
  } finally {
    redis.disconnect();
  }
}

/** How many records stand unbroken and signed: those of all receipts are among them. */
async function requireRecords(
  auditFolder: string,
  { environment }: ProofParts,
  receipts: ReadonlyMap<string, string>,
): Promise<number> {
  const { auditSigningKey } = readSettings(environment, SECRET_SETTINGS);
  const chains = await verifyAudit(auditFolder, NO_CHECKPOINTS, [createPublicKey(auditSigningKey)]);
  let found = 0;
  for (const { chain, intact, length, reason } of chains) {
    if (!intact) throw unproven(`the access records of ${chain} are not whole`, String(reason));
    const lines = createInterface({ input: createReadStream(auditFileOf(auditFolder, chain)) });
    for await (const line of lines) {
      const record = readAuditLine(line);
      // Behind the last signature nothing counts.
      if (record === null || record.sequence >= length) continue;
      if (receipts.get(`${chain} ${record.sequence}`) === record.hash) found += 1;
    }
  }
  if (found !== receipts.size)
    throw unproven(`${receipts.size - found} of ${receipts.size} receipts have no record`, auditFolder);
  return chains.reduce((sum, { length }) => sum + length, 0);
}

function unproven(what: string, seen: string): CliError {
  const TOLD = 300;
  return new CliError(`what was measured is not the production configuration: ${what}.`, {
    next: `it said ${seen.slice(0, TOLD)}`,
  });
}
