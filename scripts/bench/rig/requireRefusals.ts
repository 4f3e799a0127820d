import { generateKeyPairSync } from "node:crypto";
import { z } from "zod";
import { signEnvelopes, writeEnvelope } from "../../../schema/contract/signature";
import { askOnce } from "../load/askOnce";
import { dossierBody } from "../workloads/dossierBodies";
import type { BenchWorld } from "./createBenchWorld";
import { peerClaims } from "./describePeer";
import type { ProofParts } from "./proveProduction";
import { requireUser } from "./requireUser";
import { unproven } from "./unproven";

type Headers = Readonly<Record<string, string>>;

const NOBODYS_CASE = "A110100-2026-901";
/** Of nobody yet; whoever is asked for with it first is the only one whom it opens. */
const APPLICATION = "BENCH-0";

/** Asks what must be refused, of a gateway and of its subgraphs; throws where it is not. */
export async function requireRefusals(
  url: string,
  { world, subgraphs, headersOf }: Pick<ProofParts, "world" | "subgraphs" | "headersOf">,
): Promise<void> {
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
  for (const [who, headers, code] of refusals) requireRefused(await askOnce(url, headers, body), who, code);
  const bank = await headersOf("bank-risk", "ACCOUNT_OPENING", APPLICATION);
  requireLinesKept(await askOnce(url, bank, body));
  const another = await askOnce(url, bank, dossierBody(world.documents[1]));
  requireRefused(another, "a bank with the application of somebody else", "FORBIDDEN");
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

const wholeRefusalSchema = z.object({
  data: z.record(z.string(), z.null()).nullish(),
  errors: z.array(z.object({ extensions: z.object({ code: z.string() }) })),
});

/** Nothing is answered beside the refusal. */
function requireRefused(text: string, who: string, code: string): void {
  const answer = wholeRefusalSchema.safeParse(readAnswer(text));
  const isRefused = answer.data?.errors.some(({ extensions }) => extensions.code === code);
  if (isRefused !== true) throw unproven(`${who} is not refused with ${code}`, text);
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
