import { Writable } from "node:stream";
import { createLogger } from "../../../gateway/errors/createLogger";
import { createInProcessTransport } from "../../../gateway/fetch/inProcessTransport";
import { HubError } from "../../../schema/contract/errors";
import { ask, CLAIMS, inProcessLibrary, startLibraryHub } from "./support/libraryHub";

const NUMBER = "1234567";

describe("a person's number on all roads that end in an error", () => {
  test("is in no line of the log and in no metric, and no answer but the asker's own holds a word of a subgraph", async () => {
    const lines: string[] = [];
    const destination = new Writable({
      write(chunk: Buffer, _encoding, done) {
        lines.push(chunk.toString("utf8"));
        done();
      },
    });
    const subgraphs = inProcessLibrary([], {
      stock: () => Promise.reject(new Error(`reader ${NUMBER} at stock`)),
      reviews: () =>
        Promise.resolve({ data: null, errors: [new HubError("INTERNAL", `row ${NUMBER} of reviews`)] }),
    });
    let identified = 0;
    const hub = await startLibraryHub({
      transport: createInProcessTransport(new Map(subgraphs)),
      logger: createLogger("trace", destination),
      identify: () => {
        identified += 1;
        if (identified === 1) return Promise.reject(new Error(`no key for ${NUMBER}`));
        if (identified === 2)
          return Promise.reject(new HubError("UNAUTHENTICATED", "No.", { detail: `sub ${NUMBER}` }));
        return Promise.resolve(CLAIMS);
      },
    });
    const card = { number: NUMBER };
    const withCard = `query($c: CardInput!) { reader(card: $c) { name loans { state } reviewCount limit } }`;
    const answers = [
      await ask(hub, withCard, { c: card }),
      await ask(hub, withCard, { c: card }),
      await ask(hub, withCard, { c: card }),
      await ask(hub, withCard, { c: { number: `${NUMBER}${NUMBER}` } }),
      await ask(hub, withCard, { c: { number: { deep: NUMBER } } }),
      await ask(hub, withCard, { c: { ...card, [NUMBER]: 1 } }),
      await ask(hub, `{ reader(card: { number: "${NUMBER}" }) { a${NUMBER} } }`),
      await ask(hub, `{ reader(card: { number: "${NUMBER}" `),
      await ask(hub, `{ a${NUMBER}: book(id: "${NUMBER}") { a${NUMBER}: inStock } }`),
      await ask(hub, `{ latest { text } }`),
      await ask(
        hub,
        `mutation { failToAdd(input: { id: 1, title: "${NUMBER}", card: { number: "${NUMBER}" } }) { id } }`,
      ),
      await ask(hub, `query a${NUMBER} { shelves { name } }`, {}, { operationName: `b${NUMBER}` }),
    ];
    await hub.app.inject({ url: `/graphql?query={a(b:${NUMBER})}` });
    await hub.app.inject({ url: `/${NUMBER}` });
    await hub.app.inject({
      method: "POST",
      url: "/graphql",
      payload: `{"${NUMBER}`,
      headers: { "content-type": "application/json" },
    });

    expect(lines.length).toBeGreaterThan(8);
    expect(lines.filter(line => line.includes(NUMBER))).toEqual([]);
    expect((await hub.app.inject("/metrics")).body).not.toContain(NUMBER);
    for (const { body } of answers)
      expect(JSON.stringify(body)).not.toMatch(/at stock|of reviews|INSERT|no key/);
    await hub.close();
  });
});
