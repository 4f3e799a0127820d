import type { Gateway } from "../../../gateway/gatewayParts";
import { ask, startLibraryHub } from "./support/libraryHub";

describe("a gateway before any federated supergraph", () => {
  let hub: Gateway;
  beforeAll(async () => void (hub = await startLibraryHub()));
  afterAll(() => hub.close());

  test("answers from several subgraphs at once", async () => {
    const { body, status } = await ask(
      hub,
      `{ book(id: 1) { title copies { state branch { name } } reviews(first: 1) { text book { title } } } }`,
    );
    expect(body.errors).toBeUndefined();
    expect(status).toBe(200);
    expect(body.data).toEqual({
      book: {
        title: "Title 1",
        copies: [{ state: "THERE", branch: { name: "Branch A" } }],
        reviews: [{ text: "Review 1 of 1", book: { title: "Title 1" } }],
      },
    });
    expect(body.extensions).toEqual({
      sources: { catalogue: "ANSWERED", stock: "ANSWERED", reviews: "ANSWERED" },
    });
  });

  test("answers unions, nested lists and fields that require others", async () => {
    const { body } = await ask(
      hub,
      `{ search(text: "x") { __typename ... on Book { id rating } ... on Author { name praise } }
         shelves { name nested { id shipping(express: true) } } }`,
    );
    expect(body.errors).toBeUndefined();
    expect(body.data).toEqual({
      search: [
        { __typename: "Book", id: "1", rating: 1.5 },
        { __typename: "Author", name: "Author 1", praise: 8 },
        { __typename: "Book", id: "2", rating: 2.5 },
      ],
      shelves: [
        {
          name: "upper",
          nested: [
            [{ id: "1", shipping: 20 }],
            null,
            [
              { id: "2", shipping: 40 },
              { id: "1", shipping: 20 },
            ],
          ],
        },
        { name: "lower", nested: null },
      ],
    });
  });
});
