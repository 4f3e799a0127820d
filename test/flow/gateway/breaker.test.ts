import { BREAKER_OPEN_MS, FAILURES_TO_OPEN } from "../../../gateway/fetch/fetchLimits";
import { ALL_BUT_DATE } from "../../support/allButDate";
import { startHttpLibrary, type HttpLibrary } from "./support/httpLibrary";
import { ask } from "./support/libraryHub";
import { hanging, saying } from "./support/unrulySubgraph";

/** Far longer than a test takes: who waits for it is found out. */
const NEVER_MS = 600_000;
const IN_STOCK = `{ books(first: 1) { inStock } }`;

describe("a subgraph that fails", () => {
  let library: HttpLibrary;
  beforeEach(async () => {
    jest.useFakeTimers({ now: new Date(), doNotFake: [...ALL_BUT_DATE] });
    library = await startHttpLibrary({ requestLimitMs: NEVER_MS }, { fetchLimitMs: NEVER_MS });
  });
  afterEach(async () => {
    await library.close();
    jest.useRealTimers();
  });

  async function openBreaker(): Promise<void> {
    library.stock.behave(saying("down", 503));
    for (let count = 0; count < FAILURES_TO_OPEN; count += 1) await ask(library.hub, IN_STOCK);
  }

  const rest = () => jest.setSystemTime(Date.now() + BREAKER_OPEN_MS);

  test("often enough is not asked again until its breaker has rested, and then is", async () => {
    await openBreaker();
    library.recover();
    const before = library.stock.received.length;
    const { body } = await ask(library.hub, IN_STOCK);
    expect(body.errors).toMatchObject([{ extensions: { code: "SUBGRAPH_UNAVAILABLE" } }]);
    expect(library.stock.received).toHaveLength(before);
    expect((await library.hub.app.inject("/metrics")).body).toContain(
      `duanka_breaker_state{subgraph="stock"} 2`,
    );
    rest();
    expect((await ask(library.hub, IN_STOCK)).body.errors).toBeUndefined();
    expect((await ask(library.hub, IN_STOCK)).body.errors).toBeUndefined();
  });

  test("while it is tried again, holds nobody else up", async () => {
    await openBreaker();
    rest();
    const tried = new Promise<() => void>(resolve => {
      library.stock.behave((body, response) => resolve(() => void saying("down", 503)(body, response)));
    });
    const trial = ask(library.hub, IN_STOCK);
    const fail = await tried;
    const other = await ask(library.hub, `{ books(first: 2) { inStock } }`);
    expect(other.body.errors).toMatchObject([{ extensions: { code: "SUBGRAPH_UNAVAILABLE" } }, {}]);
    fail();
    expect((await trial).body.errors).toMatchObject([{ extensions: { code: "SUBGRAPH_UNAVAILABLE" } }]);
  });
});

describe("a request whose time is up", () => {
  test("is answered then, with what had come in", async () => {
    const library = await startHttpLibrary({ requestLimitMs: 300 }, { fetchLimitMs: NEVER_MS });
    library.stock.behave(hanging);
    const { body } = await ask(library.hub, `{ book(id: "1") { title inStock copies { state } } }`);
    expect(body.data?.["book"]).toMatchObject({ title: "Title 1", inStock: null });
    expect(body.errors).toMatchObject([{ path: ["book", "inStock"] }, { path: ["book", "copies"] }]);
    await library.close();
  });
});
