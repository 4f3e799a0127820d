import { startSyntheticHub, type SyntheticHub } from "./askSynthetic";
import { ALL_SCOPES } from "./syntheticSubgraphs";

let hub: SyntheticHub;
beforeAll(async () => void (hub = await startSyntheticHub()));
afterAll(() => hub.gateway.stop());

describe("whomever an answer shows is known by key, though the caller asks for no key and is shown none", () => {
  test.each<[string, string, readonly string[], object]>([
    [
      "come upon",
      `{ book(id: "b0") { owner { label } } }`,
      ["p1"],
      { book: { owner: { label: "person 1" } } },
    ],
    [
      "under the name of the key",
      `{ book(id: "b0") { owner { id: label } } }`,
      ["p1"],
      { book: { owner: { id: "person 1" } } },
    ],
    [
      "with the key under the name of another field",
      `{ person(id: "p1") { secret: id } }`,
      ["p1"],
      { person: { secret: "p1" } },
    ],
    ["changed", `mutation { touch(id: "p2") { label } }`, ["p1"], { touch: { label: "person 1" } }],
    [
      "one behind the other, two subgraphs away",
      `{ person(id: "p1") { friend { friend { reviews { stars } } } } }`,
      ["p3", "p2", "p1"],
      { person: { friend: { friend: { reviews: expect.any(Array) } } } },
    ],
    ["as a member of an interface", `{ node(id: "p1") { label } }`, ["p1"], { node: { label: "person 1" } }],
    [
      "in a list, with the key where a condition does not hold",
      `{ people { label id @include(if: false) } }`,
      expect.arrayContaining(["p0", "p1"]) as never,
      { people: expect.arrayContaining([{ label: "person 1" }]) },
    ],
  ])("%s", async (_how, text, people, data) => {
    const answer = await hub.ask(text, [...ALL_SCOPES]);
    expect(answer).toMatchObject({ people, told: [] });
    expect(answer.data).toEqual(data);
  });
});
