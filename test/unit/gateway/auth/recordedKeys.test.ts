import { print } from "graphql";
import { namedPeople } from "../../../../scripts/seed/namedPeople";
import { demoClaims } from "../../../contract/roads/demoClaims";
import { createHubGuard } from "../../../contract/roads/hubGuard";
import { questionOf } from "../../../contract/roads/questionOf";
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

describe("whose an account or a line is, is asked for beside it", () => {
  const SUBJECT_ID = `1${"a".repeat(43)}`;
  const ask = createHubGuard(SUBJECT_ID);
  const people = namedPeople({ seed: 1, now: new Date() });
  const left = async (selection: string, user: "investigator" | "bank-risk" = "investigator") => {
    const text = `query Road($document: IdentityDocumentInput!) { subject(document: $document) { ${selection} } }`;
    const { document } = await ask(text, demoClaims(questionOf({ people }, user), SUBJECT_ID), "query");
    return print(document!).replaceAll(/\s+/g, " ");
  };

  test.each([
    ["linkedAccounts { nodes { account { number } } }", "account { number } holder { id }"],
    ["accounts { nodes { reservedPhone { number } } }", "reservedPhone { number holder { id } }"],
    ["accounts { nodes { orders { account { status } } } }", "account { status holder { id } }"],
    ["abnormalFlags { line { status } }", "line { status holder { id } }"],
  ])("%s", async (selection, expected) => {
    expect(await left(selection)).toContain(expected);
  });

  test.each(["accounts { nodes { number status } }", "phoneLines { nodes { number } }"])(
    "but not where it stands under them: %s",
    async selection => {
      expect(await left(selection)).toContain(`{ ${selection} }`);
    },
  );

  test("and not for a caller to whom no register would tell it", async () => {
    const selection = "accounts { nodes { reservedPhone { number } } }";
    expect(await left(selection, "bank-risk")).toContain(`{ ${selection} }`);
  });
});
