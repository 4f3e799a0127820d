import type { Gateway } from "../../../gateway/gatewayParts";
import { ask, startLibraryHub } from "./support/libraryHub";

describe("names that mean something to JavaScript", () => {
  let hub: Gateway;
  beforeAll(async () => void (hub = await startLibraryHub()));
  afterAll(() => hub.close());

  const post = (payload: string) =>
    hub.app.inject({
      method: "POST",
      url: "/graphql",
      payload,
      headers: { "content-type": "application/json" },
    });

  test.each(["__proto__", "constructor", "prototype", "toString"])(
    "the name %s pollutes nothing",
    async name => {
      const variables = `{"${name}":{"polluted":true},"value":{"any":{"${name}":{"polluted":1}}}}`;
      const query = JSON.stringify("query($value: Everything) { echo(value: $value) }");
      const named = await post(`{"query":${query},"variables":${variables}}`);
      expect(named.json()).toHaveProperty("data.echo", expect.stringContaining(name));
      for (const text of [
        `{ ${name}: shelves { name } }`,
        `query($${name}: ID!) { book(id: $${name}) { id } }`,
      ]) {
        const { status, body } = await ask(hub, text, { [name]: "1" });
        if (name.startsWith("__")) expect(status).toBe(400);
        else expect(body.data).toBeDefined();
      }
      expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
    },
  );

  test("an alias such as constructor keeps its data", async () => {
    const { body } = await ask(hub, `{ constructor: book(id: 1) { hasOwnProperty: title inStock } }`);
    expect(body.data).toEqual({ constructor: { hasOwnProperty: "Title 1", inStock: true } });
  });
});
