import { randomBytes } from "node:crypto";
import type { ExecutionResult } from "graphql";
import { createMemoryStore } from "../../../gateway/cache/memoryStore";
import { startKennelHub, type KennelHub } from "./support/kennelHub";

const NAME = "query ($card: CardInput!) { person(card: $card) { name } }";
const card = (number: string) => ({ card: { number } });

describe("an answer from the cache", () => {
  let hub: KennelHub;
  let now: Date;
  beforeEach(async () => {
    now = new Date("2026-03-02T08:00:00Z");
    hub = await startKennelHub({ clock: () => now });
  });
  afterEach(() => hub.close());

  const nameOf = async (number = "ann") => (await hub.ask(NAME, card(number))).data?.["person"];

  it("is the subgraph's, asked once, and says so to the client and to the record", async () => {
    expect(await nameOf()).toEqual({ name: "ANN" });
    expect(hub.countAsked()).toBe(1);
    const again = await hub.ask(NAME, card("ann"));
    expect(again.data).toEqual({ person: { name: "ANN" } });
    expect(hub.countAsked()).toBe(0);
    expect(again.extensions?.["servedFromCache"]).toEqual(["Person.name"]);
    expect(hub.recorded.map(one => one.servedFromCache)).toEqual([[], ["Person.name"]]);
  });

  it("is the same however the number is written, and by whichever road the person is named", async () => {
    await nameOf("ann");
    hub.countAsked();
    await nameOf(" A n N ");
    await hub.ask("query ($id: ID!) { someone: personById(id: $id) { name } }", { id: "ann" });
    expect(hub.countAsked()).toBe(0);
  });

  it("never shows one view's answer to another", async () => {
    await nameOf();
    hub.view = "bank:102";
    expect(await nameOf()).toEqual({ name: "A." });
    hub.view = "police";
    expect(await nameOf()).toEqual({ name: "ANN" });
    expect(hub.countAsked()).toBe(2);
  });

  it("tells arguments apart, whatever the variables are called", async () => {
    const age = (name: string) =>
      `query ($card: CardInput!, $${name}: String) { person(card: $card) { age(in: $${name}) } }`;
    const ask = async (name: string, unit: string | undefined) =>
      (await hub.ask(age(name), { ...card("ann"), [name]: unit })).data?.["person"];
    expect(await ask("unit", "months")).toEqual({ age: 480 });
    expect(await ask("unit", "years")).toEqual({ age: 40 });
    expect(await ask("other", "months")).toEqual({ age: 480 });
    expect(hub.countAsked()).toBe(2);
  });

  it("is given up once a mutation has touched the person, on every road", async () => {
    await nameOf();
    const renamed = await hub.ask(`mutation { rename(id: "ann", name: "Anna") { name } }`);
    expect(renamed).toMatchObject({ data: { rename: { name: "Anna" } } });
    expect(renamed.extensions?.["cache"]).toBeUndefined();
    expect(await nameOf()).toEqual({ name: "Anna" });
    expect((await hub.ask(`{ personById(id: "ann") { name } }`)).data?.["personById"]).toEqual({
      name: "Anna",
    });
  });

  it("is given up too when the mutation fails after the change", async () => {
    await nameOf();
    await hub.ask(`mutation { fail(id: "ann") { name } }`);
    expect(await nameOf()).toEqual({ name: "CHANGED" });
  });

  it("is never used for what a mutation asks afterwards", async () => {
    await hub.ask("query ($card: CardInput!) { person(card: $card) { name loans } }", card("ann"));
    const known = `{ people { loans } }`;
    await hub.ask(known);
    hub.state.loans.set("ann", 7);
    expect((await hub.ask(known)).data?.["people"]).toContainEqual({ loans: 1 }); // it is kept
    const { data } = await hub.ask(`mutation { silentRename(id: "ann", name: "Anne") { name loans } }`);
    expect(data?.["silentRename"]).toEqual({ name: "Anne", loans: 7 });
  });

  it("ends after its lifetime", async () => {
    await nameOf();
    hub.state.names.set("ann", "Later");
    now = new Date(now.getTime() + 59_999);
    expect(await nameOf()).toEqual({ name: "ANN" });
    now = new Date(now.getTime() + 1);
    expect(await nameOf()).toEqual({ name: "Later" });
    expect(await nameOf()).toEqual({ name: "Later" });
    expect(hub.countAsked()).toBe(2);
  });

  it("lives as long as the shortest of its fields", async () => {
    const both = "query ($card: CardInput!) { person(card: $card) { name age } }";
    await hub.ask(both, card("ann"));
    now = new Date(now.getTime() + 10_000);
    await hub.ask(both, card("ann"));
    expect(hub.countAsked()).toBe(2);
  });

  it("does not live past midnight in China, whatever its lifetime", async () => {
    now = new Date("2026-03-02T15:59:50Z");
    await nameOf();
    now = new Date("2026-03-02T15:59:59.999Z");
    await nameOf();
    expect(hub.countAsked()).toBe(1);
    now = new Date("2026-03-02T16:00:00Z");
    await nameOf();
    expect(hub.countAsked()).toBe(1);
  });

  it("does not live past the moment at which it changes by itself", async () => {
    hub.state.holdsUntil = new Date(now.getTime() + 5_000);
    await nameOf();
    now = new Date(now.getTime() + 4_999);
    await nameOf();
    expect(hub.countAsked()).toBe(1);
    now = new Date(now.getTime() + 1);
    await nameOf();
    expect(hub.countAsked()).toBe(1);
  });
});

describe("what is never kept", () => {
  let hub: KennelHub;
  beforeEach(async () => {
    hub = await startKennelHub();
  });
  afterEach(() => hub.close());

  const twice = async (selection: string): Promise<number> => {
    const query = `query ($card: CardInput!) { person(card: $card) { ${selection} } }`;
    const first = await hub.ask(query, card("ann"));
    expect(first.errors).toBeUndefined();
    hub.countAsked();
    expect((await hub.ask(query, card("ann"))).data).toEqual(first.data);
    return hub.countAsked();
  };

  it.each([
    ["a field without a hint", "mood"],
    ["a field whose rows are decided by person", "secrets"],
    ["a field of another person whose writer does not know where it stands", "friends { name }"],
    ["a field without a hint inside one that has it", "dogs { vet { name } }"],
    ["an entity inside a part of the person", "address { inhabitants { name } }"],
    ["a person reached by a field without a hint", "neighbours { name }"],
    ["a field that required others", "greeting"],
    ["the key alone", "id"],
  ])("%s", async (_what, selection) => {
    expect(await twice(selection)).toBeGreaterThan(0);
  });

  it.each([
    ["a dog within its owner's answer", "dogs { name }"],
    ["its owner's key", "dogs { name owner { id } }"],
    ["other people's keys", "friends { id }"],
    ["a part of the person", "address { street }"],
    ["a typename", "__typename name"],
  ])("but %s is", async (_what, selection) => {
    expect(await twice(selection)).toBe(0);
  });

  it("a field that required what another subgraph has changed since", async () => {
    const query = "query ($card: CardInput!) { person(card: $card) { greeting } }";
    expect((await hub.ask(query, card("ann"))).data).toEqual({ person: { greeting: "Hello ANN" } });
    await hub.ask(`mutation { rename(id: "ann", name: "Anna") { id } }`);
    expect((await hub.ask(query, card("ann"))).data).toEqual({ person: { greeting: "Hello Anna" } });
  });

  it("an answer with an error in it", async () => {
    const query = "query ($card: CardInput!) { person(card: $card) { name mood } }";
    hub.state.failing = "mood";
    expect((await hub.ask(query, card("ann"))).errors).toHaveLength(1);
    hub.state.failing = null;
    hub.countAsked();
    await hub.ask(NAME, card("ann"));
    expect(hub.countAsked()).toBe(1);
  });

  it("that somebody is not there", async () => {
    const query = "query ($card: CardInput!) { person(card: $card) { name } }";
    expect((await hub.ask(query, card("dora"))).data).toEqual({ person: null });
    hub.state.names.set("dora", "Dora");
    expect((await hub.ask(query, card("dora"))).data).toEqual({ person: { name: "Dora" } });
  });
});

describe("an answer of a subgraph that is not understood", () => {
  const KEYED = `{ personById(id: "ann") { id name } }`;
  const ANN = { personById: { id: "ann", name: "ANN" } };

  /** A hub whose subgraphs' first answer is another one than they gave. */
  async function hubThatHears(change: (answer: ExecutionResult) => ExecutionResult): Promise<KennelHub> {
    let isFirst = true;
    return startKennelHub({
      wrap: next => ({
        async send(request) {
          const answer = await next.send(request);
          if (!isFirst) return answer;
          isFirst = false;
          return change(answer);
        },
      }),
    });
  }

  it.each(["soon", 5, {}])("because it holds until %j is not kept", async holdsUntil => {
    const hub = await hubThatHears(answer => ({ ...answer, extensions: { holdsUntil } }));
    expect((await hub.ask(KEYED)).data).toEqual(ANN);
    hub.countAsked();
    expect((await hub.ask(KEYED)).data).toEqual(ANN);
    expect(hub.countAsked()).toBe(1);
    await hub.close();
  });

  it("because it is about somebody else is not kept as the answer about who was asked for", async () => {
    const hub = await hubThatHears(answer => ({
      ...answer,
      data: { personById: { id: "bob", name: "BOB" } },
    }));
    await hub.ask(KEYED);
    expect((await hub.ask(KEYED)).data).toEqual(ANN);
    await hub.close();
  });
});

describe("a fetch that mixes", () => {
  let hub: KennelHub;
  beforeEach(async () => {
    hub = await startKennelHub();
  });
  afterEach(() => hub.close());

  const MIXED = "query ($card: CardInput!) { person(card: $card) { id name mood dogs { name } } }";

  it("asks for its live part alone the next time, and puts both together", async () => {
    const first = await hub.ask(MIXED, card("ann"));
    hub.state.names.set("ann", "Changed behind its back");
    hub.countAsked();
    const second = await hub.ask(MIXED, card("ann"));
    expect(second.data).toEqual(first.data);
    expect(hub.countAsked()).toBe(1);
    expect(second.extensions?.["servedFromCache"]).toEqual(["Person.dogs", "Person.name"]);
  });

  it("shows the error of its live part where it belongs, and what was kept beside it", async () => {
    await hub.ask(MIXED, card("ann"));
    hub.state.failing = "mood";
    const { data, errors } = await hub.ask(MIXED, card("ann"));
    expect(data?.["person"]).toMatchObject({ name: "ANN", mood: null });
    expect(errors?.map(error => error.path)).toEqual([["person", "mood"]]);
  });

  it("knows nobody any more whom its live part does not know", async () => {
    await hub.ask(MIXED, card("ann"));
    hub.state.names.delete("ann");
    expect((await hub.ask(MIXED, card("ann"))).data).toEqual({ person: null });
  });

  it("knows nobody any more in a list whom its live part does not know", async () => {
    let isGone = false;
    const mixed = await startKennelHub({
      wrap: next => ({
        async send(request) {
          const answer = await next.send(request);
          const isAsked = isGone && request.subgraph === "desk";
          return isAsked ? { ...answer, data: { _entities: [null, null, null] } } : answer;
        },
      }),
    });
    const query = "{ people { loans fine } }";
    expect((await mixed.ask(query)).data?.["people"]).toContainEqual({ loans: 1, fine: 0 });
    isGone = true;
    expect((await mixed.ask(query)).data?.["people"]).toEqual(
      [1, 2, 3].map(() => ({ loans: null, fine: null })),
    );
    await mixed.close();
  });

  it("with a condition on a field keeps what was asked for apart from what was not", async () => {
    const query = `query ($card: CardInput!, $isNamed: Boolean!) {
      person(card: $card) { name @include(if: $isNamed) age } }`;
    const ask = async (isNamed: boolean) =>
      (await hub.ask(query, { card: { number: "ann" }, isNamed })).data?.["person"];
    for (let time = 0; time < 2; time += 1) {
      expect(await ask(false)).toEqual({ age: 40 });
      expect(await ask(true)).toEqual({ name: "ANN", age: 40 });
    }
  });

  it("fetches of a list only the entities that are missing, each once", async () => {
    const loans = "query ($id: ID!) { personById(id: $id) { neighbours { loans } } }";
    await hub.ask(loans, { id: "bob" });
    const all = "{ people { loans } }";
    hub.countAsked();
    const first = await hub.ask(all);
    expect(first.data?.["people"]).toEqual([{ loans: 1 }, { loans: 1 }, { loans: 1 }]);
    const representations = hub.asked
      .filter(one => one.subgraph === "desk")
      .map(one => one.variables["representations"]);
    expect(representations).toEqual([
      [
        { __typename: "Person", id: "bob" },
        { __typename: "Person", id: "cy" },
      ],
    ]);
    hub.countAsked();
    hub.state.loans.set("cy", 5);
    expect((await hub.ask(all)).data).toEqual(first.data);
    expect(hub.countAsked("desk")).toBe(0);
  });

  it("of a list asks for the live part of some and for all of others at once, errors in their places", async () => {
    await hub.ask(`query { personById(id: "bob") { neighbours { loans } } }`);
    const { data, errors } = await hub.ask("{ people { loans fine } }");
    expect(errors).toBeUndefined();
    expect(data?.["people"]).toEqual([1, 2, 3].map(() => ({ loans: 1, fine: 0 })));
    expect(hub.countAsked("desk")).toBe(3);
  });
});

describe("many at once", () => {
  it("cause one fetch for each subgraph, and all get its answer", async () => {
    const hub = await startKennelHub();
    const query = "query ($card: CardInput!) { person(card: $card) { name dogs { name } loans } }";
    const answers = await Promise.all(Array.from({ length: 200 }, () => hub.ask(query, card("ann"))));
    for (const { data } of answers) expect(data).toEqual(answers[0]?.data);
    expect(answers[0]?.data?.["person"]).toMatchObject({ name: "ANN", loans: 1 });
    expect(hub.asked.map(one => one.subgraph).sort()).toEqual(["desk", "register"]);
    await hub.close();
  });

  it("are not held up by a fetch that fails: they ask themselves", async () => {
    let fails = 1;
    const hub = await startKennelHub({
      wrap: next => ({
        async send(request) {
          await new Promise(resolve => setTimeout(resolve, 20));
          fails -= 1;
          if (fails >= 0) throw new Error("the first one is cut off");
          return next.send(request);
        },
      }),
    });
    const answers = await Promise.all([1, 2, 3].map(() => hub.ask(NAME, card("ann"))));
    expect(answers.filter(({ data }) => data?.["person"] !== null)).toHaveLength(2);
    await hub.close();
  });
});

describe("keys of the cache", () => {
  const [old, fresh, nameKey] = [randomBytes(32), randomBytes(32), randomBytes(32)];

  it("while one is replaced open what the old one sealed; once it is dropped, its values are misses", async () => {
    const store = createMemoryStore();
    const hubWith = (keys: Record<string, Buffer>, current: string) =>
      startKennelHub({ store, nameKey, keys: { current, keys } });
    const before = await hubWith({ k1: old }, "k1");
    await before.ask(NAME, card("ann"));
    await before.ask(NAME, card("bob"));

    const during = await hubWith({ k2: fresh, k1: old }, "k2");
    await during.ask(NAME, card("ann"));
    expect(during.countAsked()).toBe(0);
    await during.ask(NAME, card("cy"));

    const after = await hubWith({ k2: fresh }, "k2");
    await after.ask(NAME, card("cy"));
    expect(after.countAsked()).toBe(0);
    expect((await after.ask(NAME, card("bob"))).data).toEqual({ person: { name: "BOB" } });
    expect(after.countAsked()).toBe(1);
    expect(await after.gateway.metrics.registry.metrics()).toContain(
      "duanka_cache_unsealing_failures_total 1",
    );
    await Promise.all([before, during, after].map(hub => hub.close()));
  });
});
