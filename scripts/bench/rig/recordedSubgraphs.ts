import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { Pool } from "undici";

/**
 * Runs as a process of its own: subgraphs out of memory. A question is passed on to the real subgraph the first
 * time and answered with the same bytes from then on, so that a gateway is measured without a store behind it.
 * Told on the command line: `port=origin of the real one` for each subgraph.
 */
function main(subgraphs: readonly string[]): void {
  for (const subgraph of subgraphs) {
    const [port, origin] = subgraph.split("=");
    serveRecorded(Number(port), new Pool(origin ?? ""));
  }
}

function serveRecorded(port: number, real: Pool): void {
  const answers = new Map<string, string>();
  createServer((request, response) => {
    if (request.method === "GET") return void response.end("recorded");
    answer(answers, real, request, response).catch((error: unknown) => {
      response.writeHead(502).end(String(error));
    });
  }).listen(port, "127.0.0.1");
}

async function answer(
  answers: Map<string, string>,
  real: Pool,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const question = await readText(request);
  let text = answers.get(question);
  if (text === undefined) {
    text = await askReal(real, question, request);
    if (!text.includes('"errors"')) answers.set(question, text);
  }
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

main(process.argv.slice(2));
