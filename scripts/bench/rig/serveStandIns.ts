import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { Pool } from "undici";

/** Puts a question to the real subgraph; resolves with the answer's text. */
export type PassOn = (question: string) => Promise<string>;

/** What stands in the place of one subgraph. */
export interface StandIn {
  /** Answers a question, with or without the real subgraph. */
  answer(question: string, passOn: PassOn): Promise<string>;
  /** What a GET is told. */
  tell(): string;
}

/** Stands in for subgraphs, each told as `port=origin of the real one`. */
export function serveStandIns(subgraphs: readonly string[], createStandIn: () => StandIn): void {
  for (const subgraph of subgraphs) {
    const [port, origin] = subgraph.split("=");
    serve(Number(port), new Pool(origin ?? ""), createStandIn());
  }
}

function serve(port: number, real: Pool, standIn: StandIn): void {
  createServer((request, response) => {
    if (request.method === "GET") return void response.end(standIn.tell());
    answer(standIn, real, request, response).catch((error: unknown) => {
      response.writeHead(502).end(String(error));
    });
  }).listen(port, "127.0.0.1");
}

async function answer(
  standIn: StandIn,
  real: Pool,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const question = await readText(request);
  const text = await standIn.answer(question, body => askReal(real, body, request));
  response.writeHead(200, { "content-type": "application/json" }).end(text);
}

async function askReal(real: Pool, body: string, { headers }: IncomingMessage): Promise<string> {
  const signed = Object.entries(headers).filter(([name]) => name.startsWith("duanka-"));
  const answered = await real.request({
    method: "POST",
    path: "/graphql",
    body,
    headers: { ...Object.fromEntries(signed), "content-type": "application/json" },
  });
  return answered.body.text();
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
