import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A subgraph over real HTTP whose behaviour can be changed while it runs. */
export interface UnrulySubgraph {
  readonly url: string;
  /** Bodies that came in. */
  readonly received: { readonly query: string; readonly variables: Record<string, unknown> }[];
  readonly headers: IncomingMessage["headers"][];
  behave(behaviour: Behaviour): void;
  close(): Promise<void>;
}

/** Answers one request. */
export type Behaviour = (body: string, response: ServerResponse) => void | Promise<void>;

/** Starts one on a free port of the loopback interface. */
export async function startUnrulySubgraph(first: Behaviour): Promise<UnrulySubgraph> {
  let behaviour = first;
  const received: { query: string; variables: Record<string, unknown> }[] = [];
  const headers: IncomingMessage["headers"][] = [];
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks).toString("utf8");
      received.push(JSON.parse(body) as (typeof received)[number]);
      headers.push(request.headers);
      void behaviour(body, response);
    });
  });
  await new Promise<void>(resolve => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    received,
    headers,
    behave: next => void (behaviour = next),
    async close() {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}

/** Answers with a JSON text. */
export function saying(text: string, status = 200, type = "application/json"): Behaviour {
  return (_body, response) => {
    response.writeHead(status, { "content-type": type });
    response.end(text);
  };
}

/** Never answers. */
export const hanging: Behaviour = () => undefined;
