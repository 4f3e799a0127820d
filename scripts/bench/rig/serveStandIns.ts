import { createPrivateKey, type KeyObject } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { Pool } from "undici";
import type { RequestClaims } from "../../../schema/contract/claims";
import { CLAIMS_HEADER, signEnvelopes, writeEnvelope } from "../../../schema/contract/signature";

/** Puts a question to the real subgraph; resolves with the answer's text. */
export type PassOn = (question: string) => Promise<string>;

/** What stands in the place of one subgraph. */
export interface StandIn {
  /** Answers a question, with or without the real subgraph. */
  answer(question: string, passOn: PassOn): Promise<string>;
  /** What a GET is told. */
  tell(): string;
}

/** For whom and in whose name a question was signed. */
interface Signed {
  readonly subgraph: string;
  readonly claims: RequestClaims;
}

interface Real {
  readonly pool: Pool;
  /** Of the gateway, base64 PKCS#8. */
  readonly key: KeyObject;
  /** Of the last question that came signed and with a purpose: one that comes unsigned is put in the same name. */
  last: Signed | null;
}

/** Stands in for subgraphs, each told as `port=origin of the real one`. */
export function serveStandIns(subgraphs: readonly string[], createStandIn: () => StandIn): void {
  const der = Buffer.from(process.env.GATEWAY_SIGNING_KEY ?? "", "base64");
  const key = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
  for (const subgraph of subgraphs) {
    const [port, origin] = subgraph.split("=");
    serve(Number(port), { pool: new Pool(origin ?? ""), key, last: null }, createStandIn());
  }
}

function serve(port: number, real: Real, standIn: StandIn): void {
  createServer((request, response) => {
    if (request.method === "GET") return void response.end(standIn.tell());
    answer(standIn, real, request, response).catch((error: unknown) => {
      response.writeHead(502).end(String(error));
    });
  }).listen(port, "127.0.0.1");
}

async function answer(
  standIn: StandIn,
  real: Real,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const question = await readText(request);
  const text = await standIn.answer(question, body => askReal(real, body, request));
  response.writeHead(200, { "content-type": "application/json" }).end(text);
}

async function askReal(real: Real, body: string, { headers }: IncomingMessage): Promise<string> {
  const answered = await real.pool.request({
    method: "POST",
    path: "/graphql",
    body,
    headers: { ...signatureFor(real, body, headers), "content-type": "application/json" },
  });
  return answered.body.text();
}

/**
 * As it came, or our own: a gateway that signs nothing finds other things in its cache than the one before it, and so
 * asks for what nobody has asked before.
 */
function signatureFor(
  real: Real,
  body: string,
  headers: IncomingMessage["headers"],
): IncomingMessage["headers"] {
  const claims = headers[CLAIMS_HEADER];
  if (typeof claims === "string") {
    const signed = JSON.parse(Buffer.from(claims, "base64url").toString("utf8")) as Signed;
    // Without a purpose a gateway asks for itself, what has changed.
    if (signed.claims.purpose !== null) real.last = signed;
    return Object.fromEntries(Object.entries(headers).filter(([name]) => name.startsWith("duanka-")));
  }
  if (real.last === null) return {};
  const { subgraph, claims: known } = real.last;
  const envelope = writeEnvelope({ subgraph, claims: known, body, now: Date.now() });
  return { ...signEnvelopes(real.key, [envelope])[0] };
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
