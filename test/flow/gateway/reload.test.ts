import { createInProcessTransport } from "../../../gateway/fetch/inProcessTransport";
import { ask, inProcessLibrary, startLibraryHub } from "./support/libraryHub";
import { CATALOGUE, composeSupergraph, LIBRARY_SDL, REVIEWS, STOCK } from "./support/libraryWorld";

const WITHOUT_REVIEWS = composeSupergraph({ catalogue: CATALOGUE, stock: STOCK });

describe("a supergraph that changes while it is served", () => {
  test("is served from then on, and back again", async () => {
    const hub = await startLibraryHub();
    const query = `{ book(id: 1) { title rating } }`;
    expect((await ask(hub, query)).body.data).toEqual({ book: { title: "Title 1", rating: 1.5 } });
    await hub.updateSupergraph(WITHOUT_REVIEWS);
    expect((await ask(hub, query)).status).toBe(400);
    expect((await ask(hub, `{ book(id: 1) { title } }`)).body.errors).toBeUndefined();
    await hub.updateSupergraph(LIBRARY_SDL);
    expect((await ask(hub, query)).body.data).toEqual({ book: { title: "Title 1", rating: 1.5 } });
    await hub.close();
  });

  test("and is broken, or asks for what nobody enforces: the old one is served on", async () => {
    const hub = await startLibraryHub();
    const security = `\n  @link(url: "https://specs.example.org/embargo/v1.0", for: SECURITY)\n{`;
    await expect(hub.updateSupergraph("type Query {")).rejects.toThrow();
    await expect(hub.updateSupergraph("type Query { a: Int }")).rejects.toThrow();
    await expect(hub.updateSupergraph(LIBRARY_SDL.replace("\n{", security))).rejects.toThrow(/embargo/);
    const { body } = await ask(hub, `{ book(id: 1) { title rating } }`);
    expect(body.errors).toBeUndefined();
    await hub.close();
  });

  test("twice at once: the last one given is the one that is served", async () => {
    const hub = await startLibraryHub();
    const updates = [WITHOUT_REVIEWS, "type Query {", LIBRARY_SDL, WITHOUT_REVIEWS, LIBRARY_SDL];
    const results = await Promise.allSettled(updates.map(sdl => hub.updateSupergraph(sdl)));
    expect(results.map(({ status }) => status)).toEqual([
      "fulfilled",
      "rejected",
      "fulfilled",
      "fulfilled",
      "fulfilled",
    ]);
    expect((await ask(hub, `{ book(id: 1) { rating } }`)).body.errors).toBeUndefined();
    await hub.close();
  });

  test("leaves a request in flight with the one it began with", async () => {
    let release = (): void => undefined;
    const held = new Promise<void>(resolve => void (release = resolve));
    let reached = (): void => undefined;
    const isAsked = new Promise<void>(resolve => void (reached = resolve));
    const library = new Map(inProcessLibrary());
    const catalogue = library.get("catalogue")!;
    library.set("catalogue", async (...question) => {
      reached();
      await held;
      return catalogue(...question);
    });
    const hub = await startLibraryHub({ transport: createInProcessTransport(library) });
    const answer = ask(hub, `{ books(first: 1) { title rating } }`);
    await isAsked;
    await hub.updateSupergraph(WITHOUT_REVIEWS);
    release();
    expect((await answer).body.data).toEqual({ books: [{ title: "Title 1", rating: 1.5 }] });
    await hub.close();
  });

  test("does not start with a default that does not fit its field", async () => {
    const broken = STOCK.replace(`\\"state\\":\\"NOT_ANSWERED\\"`, `\\"stat\\":1`);
    const supergraphSdl = composeSupergraph({ catalogue: CATALOGUE, stock: broken, reviews: REVIEWS });
    await expect(startLibraryHub({ supergraphSdl })).rejects.toThrow(/Book.copies/);
  });
});
