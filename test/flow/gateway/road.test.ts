import { GraphQLError } from "graphql";
import { createInProcessTransport } from "../../../gateway/fetch/inProcessTransport";
import { permitEverything } from "../../../scripts/bench/rig/permitEverything";
import type { AnsweredOperation, OperationGuard, Permission } from "../../../gateway/requestContext";
import { HubError } from "../../../schema/contract/errors";
import { ask, inProcessLibrary, startLibraryHub, type AskedQuestion } from "./support/libraryHub";

const guardThat = (change: (permission: Permission) => Partial<Permission>) => (): OperationGuard => ({
  async permit(operation, claims) {
    const permission = await permitEverything.permit(operation, claims);
    return { ...permission, ...change(permission) };
  },
});

describe("the road of an operation", () => {
  const asked: AskedQuestion[] = [];
  const transport = () => createInProcessTransport(new Map(inProcessLibrary(asked)));
  beforeEach(() => void (asked.length = 0));

  test("ends at the guard where it refuses: nobody is asked, and the record says so", async () => {
    const recorded: AnsweredOperation[] = [];
    const hub = await startLibraryHub({
      transport: transport(),
      createGuard: guardThat(() => ({
        refusal: new GraphQLError("Not this.", { path: ["addBook"], extensions: { code: "FORBIDDEN" } }),
        denied: ["Mutation.addBook"],
      })),
      audit: {
        begin: () => () => undefined,
        refuse: () => Promise.resolve(undefined),
        intend: () => Promise.reject(new Error("a refused mutation is not intended")),
        record: answered => Promise.resolve(void recorded.push(answered)).then(() => ({ sequence: "7" })),
      },
    });
    const { status, body } = await ask(hub, `mutation { addBook(input: { id: 1, title: "x" }) { id } }`);
    expect(status).toBe(403);
    expect(body).toEqual({
      errors: [{ message: "Not this.", path: ["addBook"], extensions: { code: "FORBIDDEN" } }],
      extensions: { audit: { sequence: "7" } },
    });
    expect(asked).toEqual([]);
    expect(recorded).toMatchObject([{ document: null, denied: ["Mutation.addBook"], sources: {} }]);
    await hub.close();
  });

  test("ends at the guard where it throws one of our errors; any other is INTERNAL", async () => {
    const throwing = (error: Error) =>
      startLibraryHub({
        transport: transport(),
        createGuard: () => ({ permit: () => Promise.reject(error) }),
      });
    const refusing = await throwing(new HubError("LIMIT_EXCEEDED", "Too wide.", { detail: "20001 fields" }));
    expect(await ask(refusing, "{ shelves { name } }")).toMatchObject({
      status: 400,
      body: { errors: [{ message: "Too wide.", extensions: { code: "LIMIT_EXCEEDED" } }] },
    });
    const broken = await throwing(new TypeError("x is not a function"));
    expect(await ask(broken, "{ shelves { name } }")).toMatchObject({
      status: 500,
      body: { errors: [{ extensions: { code: "INTERNAL" } }] },
    });
    expect(asked).toEqual([]);
    await refusing.close();
    await broken.close();
  });

  test("leads past all subgraphs where nothing is left that may be seen", async () => {
    const denial = new GraphQLError("You may not see this.", {
      path: ["shelves"],
      extensions: { code: "FORBIDDEN" },
    });
    const hub = await startLibraryHub({
      transport: transport(),
      createGuard: guardThat(() => ({
        document: null,
        restore: ({ data }) => ({ data: { ...data, shelves: null }, errors: [denial] }),
      })),
    });
    const { status, body } = await ask(hub, "{ shelves { name } }");
    expect(status).toBe(200);
    expect(body).toEqual({
      errors: [{ message: "You may not see this.", path: ["shelves"], extensions: { code: "FORBIDDEN" } }],
      data: { shelves: null },
    });
    expect(asked).toEqual([]);
    await hub.close();
  });

  test("tells subgraphs the claims that the guard found, not those that came in", async () => {
    const seen: boolean[] = [];
    const subgraphs = inProcessLibrary([], {
      catalogue: (_document, _variables, _name, claims) => {
        seen.push(claims.extendedAccess);
        return Promise.resolve({ data: { shelves: [] } });
      },
    });
    const hub = await startLibraryHub({
      transport: createInProcessTransport(new Map(subgraphs)),
      createGuard: guardThat(({ claims }) => ({ claims: { ...claims, extendedAccess: true } })),
    });
    await ask(hub, "{ shelves { name } }");
    expect(seen).toEqual([true]);
    await hub.close();
  });

  test.each(["{ shelves { name } }", `mutation { addBook(input: { id: 1, title: "x" }) { title } }`])(
    "ends without a word of the answer where no record can be kept: %s",
    async query => {
      const hub = await startLibraryHub({
        transport: transport(),
        audit: {
          begin: () => () => undefined,
          refuse: () => Promise.resolve(undefined),
          intend: () => Promise.resolve(),
          record: () => Promise.reject(new HubError("AUDIT_UNAVAILABLE", "No record can be kept.")),
        },
      });
      const { status, body } = await ask(hub, query);
      expect(status).toBe(503);
      expect(body).toEqual({
        errors: [{ message: "No record can be kept.", extensions: { code: "AUDIT_UNAVAILABLE" } }],
      });
      await hub.close();
    },
  );

  test("does not reach a subgraph with a mutation whose intention cannot be recorded", async () => {
    const hub = await startLibraryHub({
      transport: transport(),
      audit: {
        begin: () => () => undefined,
        refuse: () => Promise.resolve(undefined),
        intend: () => Promise.reject(new HubError("AUDIT_UNAVAILABLE", "No record can be kept.")),
        record: () => Promise.resolve({}),
      },
    });
    const { status } = await ask(hub, `mutation { addBook(input: { id: 1, title: "x" }) { title } }`);
    expect(status).toBe(503);
    expect(asked).toEqual([]);
    await hub.close();
  });

  test("asks the same question once within an operation, and every entity once however often it occurs", async () => {
    const hub = await startLibraryHub({ transport: transport() });
    const { body } = await ask(
      hub,
      `{ shelves { books { rating } nested { rating } } latest(first: 4) { book { title } } }`,
    );
    expect(body.errors).toBeUndefined();
    const representations = asked.flatMap(
      ({ variables }) => (variables["representations"] as unknown[] | undefined) ?? [],
    );
    const titles = asked.filter(({ subgraph }) => subgraph === "catalogue");
    expect(titles.map(({ variables }) => variables["representations"])).toContainEqual([
      { __typename: "Book", id: "1" },
      { __typename: "Book", id: "2" },
    ]);
    // Asked at two places of the answer: once for three books, once for the two among them.
    expect(representations.length).toBeLessThanOrEqual(3 + 2 + 2);
    await hub.close();
  });

  test.each(["query Named", "query"])(
    "asks the same question once within an operation: %s",
    async beginning => {
      const hub = await startLibraryHub({ transport: transport() });
      const { body } = await ask(
        hub,
        `${beginning} { a: books(first: 2) { rating more: reviews(first: 1) { stars } } b: books(first: 2) { rating more: reviews(first: 1) { stars } } }`,
      );
      const books = [1, 2].map(id => ({ rating: id + 0.5, more: [{ stars: 1 }] }));
      expect(body.data).toEqual({ a: books, b: books });
      expect(asked.filter(({ subgraph }) => subgraph === "reviews")).toHaveLength(1);
      await hub.close();
    },
  );

  test("a repeat in the next operation is asked anew", async () => {
    const hub = await startLibraryHub({ transport: transport() });
    await ask(hub, "{ shelves { name } }");
    await ask(hub, "{ shelves { name } }");
    expect(asked).toHaveLength(2);
    await hub.close();
  });
});
