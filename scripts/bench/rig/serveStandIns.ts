import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { Pool } from "undici";
import type { RequestClaims } from "../../../schema/contract/claims";
import { CLAIMS_HEADER } from "../../../schema/contract/signature";
import { createRequestSigner, type RequestSigner } from "../../../gateway/fetch/requestSigner";
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
  readonly name: string;
  readonly pool: Pool;
  readonly sign: RequestSigner;
  /** In whose name a question is put that comes unsigned. */
  readonly claims: RequestClaims;
}

/** Stands in for subgraphs, each told as `name=port=origin of the real one`. */
export function serveStandIns(subgraphs: readonly string[], createStandIn: () => StandIn): void {
  const { signingKey } = readSettings(process.env, { signingKey: SECRET_SETTINGS.gatewaySigningKey });
  const sign = createRequestSigner(signingKey);
  const claims = JSON.parse(process.env.BENCH_CLAIMS ?? "") as RequestClaims;
  for (const subgraph of subgraphs) {
    const [name = "", port, origin = ""] = subgraph.split("=");
    serve(Number(port), { name, pool: new Pool(origin), sign, claims }, createStandIn());
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
    headers: { ...(await signatureFor(real, body, headers)), "content-type": "application/json" },
  });
  return answered.body.text();
}

/** As it came, or our own for a gateway that signs nothing: no real subgraph would answer it. */
async function signatureFor(
  { name, sign, claims }: Real,
  body: string,
  headers: IncomingMessage["headers"],
): Promise<IncomingMessage["headers"]> {
  if (headers[CLAIMS_HEADER] === undefined)
    return { ...(await sign({ subgraph: name, claims, body, now: Date.now() })) };
  return Object.fromEntries(Object.entries(headers).filter(([header]) => header.startsWith("duanka-")));
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
