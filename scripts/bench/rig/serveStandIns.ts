import { createPublicKey, type KeyObject } from "node:crypto";
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import { Pool } from "undici";
import type { RequestClaims } from "../../../schema/contract/claims";
import {
  CLAIMS_HEADER,
  GROUP_HEADER,
  SIGNATURE_HEADER,
  verifyRequest,
} from "../../../schema/contract/signature";
import { createRequestSigner } from "../../../gateway/fetch/requestSigner";
import { readSettings } from "../../settings/readSettings";
import { SECRET_SETTINGS } from "../../settings/secretSettings";

/** Puts a question to the real subgraph; resolves with the answer's text. */
export type PassOn = (question: string) => Promise<string>;

/** What stands in the place of one subgraph. */
export interface StandIn {
  /** Answers a question, with or without the real subgraph. */
  answer(question: string, passOn: PassOn): Promise<string>;
  /** What a GET is told. */
  tell(): string;
}

interface Real {
  readonly pool: Pool;
  readonly admit: Admit;
}

/** Lets a question in, and gives what signs it before the real subgraph. Throws where it has to be signed and is not. */
type Admit = (body: string, headers: IncomingHttpHeaders) => () => Promise<IncomingHttpHeaders>;

/** Out of so many questions one has its signature checked: all of them would take what is measured away. */
const CHECKED_EVERY = 100;
const MAX_AGE_MS = 30_000;

/** Stands in for subgraphs, each told as `name=port=origin of the real one`. */
export function serveStandIns(subgraphs: readonly string[], createStandIn: () => StandIn): void {
  const { signingKey } = readSettings(process.env, { signingKey: SECRET_SETTINGS.gatewaySigningKey });
  const claims = process.env.BENCH_CLAIMS;
  for (const subgraph of subgraphs) {
    const [name = "", port, origin = ""] = subgraph.split("=");
    const admit = claims === undefined ? admitSigned(name, signingKey) : admitAll(name, signingKey, claims);
    serve(Number(port), { pool: new Pool(origin), admit }, createStandIn());
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
  const sign = real.admit(question, request.headers);
  const text = await standIn.answer(question, async body => askReal(real, body, await sign()));
  response.writeHead(200, { "content-type": "application/json" }).end(text);
}

async function askReal({ pool }: Real, body: string, signature: IncomingHttpHeaders): Promise<string> {
  const headers = { ...signature, "content-type": "application/json" };
  const answered = await pool.request({ method: "POST", path: "/graphql", body, headers });
  return answered.body.text();
}

/** As it came. What is asked for the first time is checked by the real subgraph, and of the rest a part here. */
function admitSigned(subgraph: string, signingKey: KeyObject): Admit {
  const keys = [createPublicKey(signingKey)];
  let asked = 0;
  return (body, headers) => {
    for (const header of [CLAIMS_HEADER, GROUP_HEADER, SIGNATURE_HEADER])
      if (headers[header] === undefined) throw new Error("a question came that is not signed");
    if (asked++ % CHECKED_EVERY === 0)
      verifyRequest({ keys, subgraph, headers, body, now: Date.now(), maxAgeMs: MAX_AGE_MS });
    return () =>
      Promise.resolve(
        Object.fromEntries(Object.entries(headers).filter(([header]) => header.startsWith("duanka-"))),
      );
  };
}

/** Signed here, for a gateway that signs nothing: no real subgraph would answer it. */
function admitAll(subgraph: string, signingKey: KeyObject, claims: string): Admit {
  const sign = createRequestSigner(signingKey);
  const caller = JSON.parse(claims) as RequestClaims;
  return body => async () => ({ ...(await sign({ subgraph, claims: caller, body, now: Date.now() })) });
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
