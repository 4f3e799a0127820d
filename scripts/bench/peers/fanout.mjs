// The floor: no GraphQL at the front. Three fixed questions at once, one more for the reserved phones, merged by hand.
import { createServer } from "node:http";
import { Pool } from "undici";
import { sayReady, settings, sign } from "./signing.mjs";

const pools = new Map(
  Object.entries(settings.subgraphUrls).map(([name, url]) => {
    const { origin, pathname } = new URL(url);
    return [name, { pool: new Pool(origin, { connections: 64 }), path: pathname }];
  }),
);

async function ask(subgraph, query, variables) {
  const { pool, path } = pools.get(subgraph);
  const { body, headers } = await sign(subgraph, JSON.stringify({ query, variables }));
  const response = await pool.request({
    method: "POST",
    path,
    body,
    headers: { "content-type": "application/json", ...headers },
  });
  const { data, errors } = await response.body.json();
  if (errors) throw new Error(errors[0].message);
  return data;
}

async function dossier(document) {
  const [telecom, banking, police] = await Promise.all([
    ask("telecom", settings.fanout.telecom, { document }),
    ask("banking", settings.fanout.banking, { document }),
    ask("police", settings.fanout.police, { document }),
  ]);
  const phones = (banking.subject.accounts?.nodes ?? [])
    .map(account => account.reservedPhone)
    .filter(Boolean);
  const numbers = [...new Set(phones.map(phone => phone.number))];
  if (numbers.length > 0) {
    const representations = numbers.map(number => ({ __typename: "PhoneLine", number }));
    const { _entities } = await ask("telecom", settings.fanout.phones, { representations });
    const byNumber = new Map(numbers.map((number, place) => [number, _entities[place]]));
    for (const phone of phones) Object.assign(phone, byNumber.get(phone.number));
  }
  return { subject: { ...telecom.subject, ...banking.subject, ...police.subject } };
}

const server = createServer((request, response) => {
  if (request.method === "GET") return response.end("ready");
  const chunks = [];
  request.on("data", chunk => chunks.push(chunk));
  request.on("end", () => {
    const { variables } = JSON.parse(Buffer.concat(chunks).toString());
    dossier(variables.document).then(
      data => response.setHeader("content-type", "application/json").end(JSON.stringify({ data })),
      error => response.writeHead(500).end(JSON.stringify({ errors: [{ message: error.message }] })),
    );
  });
});
server.listen(settings.port, "127.0.0.1", sayReady);
