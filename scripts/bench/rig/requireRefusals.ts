import { generateKeyPairSync, randomInt } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { CLOCK_TOLERANCE_SECONDS } from "../../../gateway/auth/authenticate";
import { BREAKER_OPEN_MS } from "../../../gateway/fetch/fetchLimits";
import { NEAR_NUMBERS } from "../../../gateway/limits/limitRules";
import { signEnvelopes, writeEnvelope } from "../../../schema/contract/signature";
import { askOnce } from "../load/askOnce";
import { composeResidentId } from "../../seed/world/numbers/composeResidentId";
import { dossierBody, isWholeDossier } from "../workloads/dossierBodies";
import type { BenchWorld } from "./createBenchWorld";
import { peerClaims } from "./describePeer";
import type { ProofParts } from "./proveProduction";
import { requireUser } from "./requireUser";
import { unproven } from "./unproven";

type Headers = Readonly<Record<string, string>>;

const NOBODYS_CASE = "A110100-2026-901";
/** Of nobody yet; whoever is asked for with it first is the only one whom it opens. */
const APPLICATION = "BENCH-0";
/** Ended already, but not by more than clocks may differ: for another two seconds or three it still counts. */
const ENDED_SECONDS_AGO = CLOCK_TOLERANCE_SECONDS - 3;
/** With a second more, since they end at whole ones. */
const LONGEST_HOLD_MS = 4_000;
const ASK_EVERY_MS = 100;
/** While Redis is late a gateway counts by itself, from nothing: then it refuses later than its limit says. */
const TIMES_THE_LIMIT = 3;
/** Of a division that is assigned to nobody. */
const guessedNumber = (bornOn: string, guess: number): string => composeResidentId("990101", bornOn, guess);
const LATEST_BIRTH_MS = Date.UTC(2000, 0, 1);
/** Late once is no answer yet: a busy machine's subgraph may be. */
const MOST_TRIES = 5;

/** Asks what must be refused, of a gateway and of its subgraphs; throws where it is not. */
export async function requireRefusals(
  url: string,
  parts: Pick<ProofParts, "world" | "subgraphs" | "headersOf" | "tokenEndingIn">,
): Promise<void> {
  const { world, subgraphs, headersOf } = parts;
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
  for (const [who, headers, code] of refusals)
    requireRefused(await untilHeard(() => askOnce(url, headers, body)), who, code);
  const bank = await headersOf("bank-risk", "ACCOUNT_OPENING", APPLICATION);
  requireLinesKept(await untilHeard(() => askOnce(url, bank, body)));
  const ofAnother = dossierBody(world.documents[1]);
  const another = await untilHeard(() => askOnce(url, bank, ofAnother));
  requireRefused(another, "a bank with the application of somebody else", "FORBIDDEN");
  await requireTokenEnds(url, parts, investigator);
  await requireGuessesEnd(url, await headersOf("payment-risk", "ACCOUNT_OPENING", APPLICATION));
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

/** A token that counts, and is remembered by the gateway, counts no longer once it has ended. */
async function requireTokenEnds(
  url: string,
  { world, tokenEndingIn }: Pick<ProofParts, "world" | "tokenEndingIn">,
  investigator: Headers,
): Promise<void> {
  const body = dossierBody(world.documents[0]);
  let headers = investigator;
  let answer = await untilHeard(async () => {
    const token = await tokenEndingIn(-ENDED_SECONDS_AGO, "investigator");
    headers = { ...investigator, authorization: `Bearer ${token}` };
    return askOnce(url, headers, body);
  });
  if (!isWholeDossier(answer)) throw unproven("a token that has not ended yet does not count", answer);
  const deadline = performance.now() + LONGEST_HOLD_MS;
  let isOver = false;
  while (!isOver && !isRefused(answer, "UNAUTHENTICATED")) {
    await pause(ASK_EVERY_MS);
    isOver = performance.now() > deadline; // an answer is judged by when it was asked for
    answer = await askOnce(url, headers, body);
  }
  requireRefused(answer, "somebody whose token has ended", "UNAUTHENTICATED");
}

/** Whoever has no larger limits than others cannot go through numbers in a row. */
async function requireGuessesEnd(url: string, headers: Headers): Promise<void> {
  const [{ limit } = { limit: 0 }] = NEAR_NUMBERS;
  const mostGuesses = limit * TIMES_THE_LIMIT;
  // Others each time: whom somebody has looked at already they may look at again.
  const bornOn = new Date(randomInt(LATEST_BIRTH_MS)).toISOString().slice(0, 10);
  for (let guess = 0; guess < mostGuesses; guess++) {
    const document = { type: "RESIDENT_ID", number: guessedNumber(bornOn, guess) } as const;
    // Each with an application of its own, since another's is refused anyway.
    const own = { ...headers, "duanka-reference": `${APPLICATION}-${guess}` };
    const answer = await askOnce(url, own, dossierBody(document));
    if (isRefused(answer, "RATE_LIMITED")) return;
  }
  throw unproven(
    "somebody who tries numbers in a row is not refused with RATE_LIMITED",
    `${mostGuesses} answers`,
  );
}

/** What is answered once nobody is late any more. */
async function untilHeard(ask: () => Promise<string>): Promise<string> {
  let answer = await ask();
  for (let tried = 1; tried < MOST_TRIES && answer.includes('"SUBGRAPH_UNAVAILABLE"'); tried++) {
    await pause(BREAKER_OPEN_MS);
    answer = await ask();
  }
  return answer;
}

/** A token that its issuer has not signed. */
function changeSignature(token: string): string {
  const at = token.lastIndexOf(".") + 1;
  return token.slice(0, at) + (token[at] === "A" ? "B" : "A") + token.slice(at + 1);
}

const wholeRefusalSchema = z.object({
  data: z.record(z.string(), z.null()).nullish(),
  errors: z.array(z.object({ extensions: z.object({ code: z.string() }) })),
});

/** Nothing is answered beside the refusal. */
function requireRefused(text: string, who: string, code: string): void {
  if (!isRefused(text, code)) throw unproven(`${who} is not refused with ${code}`, text);
}

function isRefused(text: string, code: string): boolean {
  const answer = wholeRefusalSchema.safeParse(readAnswer(text));
  return answer.data?.errors.some(({ extensions }) => extensions.code === code) === true;
}

const linesKeptSchema = z.object({
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
  const answer = linesKeptSchema.safeParse(readAnswer(text));
  const isRefused = answer.data?.errors.some(
    ({ path, extensions }) => path.join(".") === "subject.phoneLines" && extensions.code === "FORBIDDEN",
  );
  if (isRefused !== true) throw unproven("a bank is not refused lines with FORBIDDEN", text);
}

/** Null where it is no JSON at all: then it is no refusal either. */
function readAnswer(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** As the gateway would sign it, with a key that nobody knows. */
function signedByStranger(subgraph: string, body: string, world: BenchWorld): Headers {
  const { privateKey } = generateKeyPairSync("ed25519");
  const claims = peerClaims(requireUser("investigator"), world);
  const [headers] = signEnvelopes(privateKey, [writeEnvelope({ subgraph, claims, body, now: Date.now() })]);
  return { ...headers };
}
