import { startSyntheticHub, type SyntheticHub } from "./askSynthetic";

let hub: SyntheticHub;

beforeAll(async () => {
  hub = await startSyntheticHub();
});
afterAll(() => hub.gateway.stop());

describe("what the planner by itself would lose is asked for in other words, and nothing that is denied with it", () => {
  test.each<[string, string, unknown]>([
    [
      "an object of which variables leave nothing is there, and is not null",
      `query ($no: Boolean!) { person(id: "p1") { id @include(if: $no) } strictNodes { ... @include(if: $no) { id } } }`,
      { person: {}, strictNodes: [{}, {}, {}] },
    ],
    [
      "an object that is not there stays null",
      `query ($no: Boolean!) { person(id: "none") { id @include(if: $no) } }`,
      { person: null },
    ],
    [
      "a fragment on a union, on one of its members",
      `{ person(id: "p1") { ... on Hit { ... on Person { label secret } __typename } } }`,
      { person: { label: "person 1", secret: null, __typename: "Person" } },
    ],
    [
      "a fragment on an interface in one on a union",
      `{ person(id: "p0") { owns { ... on Hit { ... on Node { id self { label } secret } } } } }`,
      {
        person: {
          owns: [
            { id: "p3", self: { label: null }, secret: null },
            { id: "b0", self: { label: "book 0" }, secret: null },
            { id: "s0", self: { label: "stone 0" }, secret: "secret of s0" },
          ],
        },
      },
    ],
  ])("%s", async (_what, text, expected) => {
    expect((await hub.ask(text, ["book"], { no: false })).data).toEqual(expected);
  });

  test("what is fetched together with a field that a variable leaves out, and that first needs another", async () => {
    const text = `query ($no: Boolean!) { person(id: "p1") { score @include(if: $no) reviews { stars } } }`;
    const { data } = await hub.ask(text, ["review", "person:secret"], { no: false });
    expect(data).toEqual({ person: { reviews: [{ stars: 1 }, { stars: 2 }] } });
  });
});
