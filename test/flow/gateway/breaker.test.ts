import { BREAKER_OPEN_MS, FAILURES_TO_OPEN } from "../../../gateway/fetch/fetchLimits";
import { startHttpLibrary, type HttpLibrary } from "./support/httpLibrary";
import { ask } from "./support/libraryHub";
import { hanging, saying } from "./support/unrulySubgraph";

describe("a subgraph that fails", () => {
  let library: HttpLibrary;
  beforeEach(async () => void (library = await startHttpLibrary()));
  afterEach(() => library.close());

  test("often enough is not asked again until its breaker has rested, and then is", async () => {
    library.stock.behave(saying("down", 503));
    for (let count = 0; count < FAILURES_TO_OPEN; count += 1)
      await ask(library.hub, `{ books(first: 1) { inStock } }`);
    library.recover();
    const before = library.stock.received.length;
    const { body } = await ask(library.hub, `{ books(first: 1) { inStock } }`);
    expect(body.errors).toMatchObject([{ extensions: { code: "SUBGRAPH_UNAVAILABLE" } }]);
    expect(library.stock.received).toHaveLength(before);
    expect((await library.hub.app.inject("/metrics")).body).toContain(
      `duanka_breaker_state{subgraph="stock"} 2`,
    );
    await new Promise(resolve => setTimeout(resolve, BREAKER_OPEN_MS + 50));
    expect((await ask(library.hub, `{ books(first: 1) { inStock } }`)).body.errors).toBeUndefined();
    expect((await ask(library.hub, `{ books(first: 1) { inStock } }`)).body.errors).toBeUndefined();
  });

  test("while it is tried again, holds nobody else up", async () => {
    library.stock.behave(saying("down", 503));
    for (let count = 0; count < FAILURES_TO_OPEN; count += 1)
      await ask(library.hub, `{ books(first: 1) { inStock } }`);
    await new Promise(resolve => setTimeout(resolve, BREAKER_OPEN_MS + 50));
    library.stock.behave(hanging);
    const trial = ask(library.hub, `{ books(first: 1) { inStock } }`);
    await new Promise(resolve => setTimeout(resolve, 50));
    const startedAt = Date.now();
    const other = await ask(library.hub, `{ books(first: 2) { inStock } }`);
    expect(Date.now() - startedAt).toBeLessThan(200);
    expect(other.body.errors).toMatchObject([{ extensions: { code: "SUBGRAPH_UNAVAILABLE" } }, {}]);
    await trial;
  });
});

describe("a request whose time is up", () => {
  test("is answered then, with what had come in", async () => {
    const library = await startHttpLibrary({ requestLimitMs: 300 }, { fetchLimitMs: 5_000 });
    library.stock.behave(hanging);
    const startedAt = Date.now();
    const { body } = await ask(library.hub, `{ book(id: "1") { title inStock copies { state } } }`);
    expect(Date.now() - startedAt).toBeLessThan(1_000);
    expect(body.data?.["book"]).toMatchObject({ title: "Title 1", inStock: null });
    expect(body.errors).toMatchObject([{ path: ["book", "inStock"] }, { path: ["book", "copies"] }]);
    await library.close();
  });
});
