import { createInProcessTransport } from "../../../gateway/fetch/inProcessTransport";
import { permitEverything } from "../../../scripts/bench/rig/permitEverything";
import { ask, inProcessLibrary, startLibraryHub } from "./support/libraryHub";

const NOT_ANSWERED = [{ branch: { code: "*", name: "all" }, state: "NOT_ANSWERED" }];

async function hubWithout(
  subgraph: string,
  failure: () => Promise<never> = () => Promise.reject(new Error("down")),
) {
  const transport = createInProcessTransport(new Map(inProcessLibrary([], { [subgraph]: failure })));
  return startLibraryHub({ transport, createGuard: () => permitEverything });
}

describe("a field whose subgraph does not answer and that has something to stand in its place", () => {
  test("has that, in the form in which the client asked: aliases, fragments, type names", async () => {
    const hub = await hubWithout("stock");
    const { body } = await ask(
      hub,
      `{ book(id: 1) { title copies { state } b: copies { ...F __typename branch { city where: code __typename } } } }
       fragment F on Copy { how: state ... on Copy { branch { name } } }`,
    );
    expect(body.data).toEqual({
      book: {
        title: "Title 1",
        copies: [{ state: "NOT_ANSWERED" }],
        b: [
          {
            how: "NOT_ANSWERED",
            branch: { name: "all", city: null, where: "*", __typename: "Branch" },
            __typename: "Copy",
          },
        ],
      },
    });
    expect(body.errors?.map(error => error.path)).toEqual([
      ["book", "copies"],
      ["book", "b"],
    ]);
    await hub.close();
  });

  test("has it at every place of a list, and under unions", async () => {
    const hub = await hubWithout("stock");
    const { body } = await ask(
      hub,
      `{ shelves { name nested { copies { state branch { code name } } } } search(text: "x") { ... on Book { title copies { state branch { code name } } } ... on Author { name } } }`,
    );
    const book = { copies: NOT_ANSWERED };
    expect(body.data).toEqual({
      shelves: [
        { name: "upper", nested: [[book], null, [book, book]] },
        { name: "lower", nested: null },
      ],
      search: [{ title: "Title 1", ...book }, { name: "Author 1" }, { title: "Title 2", ...book }],
    });
    expect(body.errors?.map(error => error.path)).toEqual([
      ["shelves", 0, "nested", 0, 0, "copies"],
      ["shelves", 0, "nested", 2, 0, "copies"],
      ["shelves", 0, "nested", 2, 1, "copies"],
      ["search", 0, "copies"],
      ["search", 2, "copies"],
    ]);
    await hub.close();
  });

  test("has it when its subgraph meets an error of its own in just this field", async () => {
    const hub = await startLibraryHub({
      transport: createInProcessTransport(
        new Map(
          inProcessLibrary([], {
            stock: (_document, variables) => {
              const path = ["_entities", 0, "copies"];
              const ids = (variables["representations"] as { id: string }[]).map(({ id }) => id);
              const entities = ids.map(id => ({
                inStock: true,
                copies: null,
                __askedType: "Book",
                __askedKey_id: id,
              }));
              const error = { message: "no disk", path, toJSON: () => ({ message: "no disk", path }) };
              return Promise.resolve({ data: { _entities: entities }, errors: [error as never] });
            },
          }),
        ),
      ),
    });
    const { body } = await ask(hub, `{ books(first: 2) { inStock copies { state branch { code name } } } }`);
    expect(body.data).toEqual({
      books: [
        { inStock: true, copies: NOT_ANSWERED },
        { inStock: true, copies: null },
      ],
    });
    expect(body.errors).toMatchObject([{ path: ["books", 0, "copies"], extensions: { code: "INTERNAL" } }]);
    expect(body.extensions).toEqual({ sources: { catalogue: "ANSWERED", stock: "NOT_ANSWERED" } });
    await hub.close();
  });

  test("keeps its null when another subgraph is the silent one", async () => {
    const hub = await hubWithout("reviews");
    const { body } = await ask(hub, `{ book(id: 1) { rating copies { state } } }`);
    expect(body.data).toEqual({ book: { rating: null, copies: [{ state: "THERE" }] } });
    expect(body.errors).toMatchObject([{ path: ["book", "rating"] }]);
    await hub.close();
  });

  test("a person whom one register cannot be asked about is not one who is not there", async () => {
    const hub = await hubWithout("stock");
    const { body } = await ask(hub, `{ book(id: 77) { title copies { state } } }`);
    expect(body.data).toEqual({ book: null });
    expect(body.errors).toMatchObject([{ path: ["book"], extensions: { code: "SUBGRAPH_UNAVAILABLE" } }]);
    await hub.close();
  });

  test("all subgraphs silent: nulls and errors, never an empty list", async () => {
    const hub = await hubWithout("catalogue");
    const { body } = await ask(hub, `{ shelves { name } search(text: "x") { __typename } }`);
    expect(body.data).toBeNull();
    expect(body.errors?.map(error => error.extensions["code"])).toEqual(["SUBGRAPH_UNAVAILABLE"]);
    expect(body.extensions).toEqual({ sources: { catalogue: "NOT_ANSWERED" } });
    await hub.close();
  });
});
