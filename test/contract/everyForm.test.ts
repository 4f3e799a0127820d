import { isObjectType, type GraphQLObjectType } from "graphql";
import { namedPeople } from "../../scripts/seed/namedPeople";
import { readClientSchema } from "./roads/clientSchema";
import { coordinatesIn } from "./roads/coordinatesIn";
import { demoClaims } from "./roads/demoClaims";
import { createHubGuard } from "./roads/hubGuard";
import { namesOf } from "./roads/namesOf";
import { questionOf } from "./roads/questionOf";
import { roadsOf, stridesFrom, type Road, type Stride } from "./roads/road";
import { FORMS, writeRoad, type Form } from "./roads/roadOperation";
import { USERS, type User } from "./verdicts/verdict";
import { VERDICTS, verdictOf } from "./verdicts/verdictTable";

const schema = readClientSchema();
const QUERY = schema.getQueryType() as GraphQLObjectType;
const MUTATION = schema.getMutationType() as GraphQLObjectType;
const people = namedPeople({ seed: 1, now: new Date() });
const SUBJECT_ID = `1${"a".repeat(43)}`;
const ask = createHubGuard(SUBJECT_ID);
const fieldsOf = (type: GraphQLObjectType) => stridesFrom(type).map(({ coordinate }) => coordinate);
const sorted = (coordinates: Iterable<string>) => [...new Set(coordinates)].sort();

test("somebody has decided about every field that clients can ask for", () => {
  const types = Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith("__"),
  );
  // A new field is given its verdicts by hand, in test/contract/verdicts.
  expect(types.flatMap(fieldsOf).filter(coordinate => !VERDICTS.has(coordinate))).toEqual([]);
});

/** The same road, begun by a list of people or by the person's token. */
function alternatives(road: Road): Road[] {
  const [first, ...rest] = road.strides;
  if (first?.coordinate !== "Query.subject") return [road];
  const others = stridesFrom(QUERY).filter(({ coordinate }) =>
    ["Query.subjects", "Query.subjectById"].includes(coordinate),
  );
  return [road, ...others.map(other => ({ ...road, strides: [other, ...rest] }))];
}

describe.each(USERS)("for %s, before anything is planned", user => {
  const names = namesOf(user, people, SUBJECT_ID);
  const claims = demoClaims(questionOf({ people }, user), SUBJECT_ID);

  test.each(FORMS)("what is denied is taken out on every road, and nothing else: %s", async form => {
    for (const road of roadsOf(user, QUERY).flatMap(alternatives)) await expectVerdicts(road, form);
  });

  test.each(FORMS)("and in the results of what they may change: %s", async form => {
    const [root, ...roads] = roadsOf(user, MUTATION);
    for (const stride of stridesFrom((root as Road).type))
      await expectVerdicts(root as Road, form, "mutation", [stride]);
    for (const road of roads) await expectVerdicts(road, form, "mutation");
  });

  async function expectVerdicts(
    road: Road,
    form: Form,
    operation: "query" | "mutation" = "query",
    asked: readonly Stride[] = stridesFrom(road.type),
  ): Promise<void> {
    const { text, places } = writeRoad(user, road, { form, names, asked, operation });
    const { document, denied, refusal } = await ask(text, claims, operation);
    const left = document === null || refusal !== null ? [] : coordinatesIn(schema, document);
    const open = places
      .filter(({ isDenied, isTakenAlong }) => !isDenied && !isTakenAlong)
      .map(({ coordinate }) => coordinate);
    const shut = places.filter(({ isDenied }) => isDenied).map(({ coordinate }) => coordinate);
    const where = `${operation} over ${road.strides.map(({ coordinate }) => coordinate).join(" → ")}`;
    expect([where, sorted(denied)]).toEqual([where, sorted(shut)]);
    const onTheWay = road.strides.map(({ coordinate }) => coordinate);
    // Where nothing at the end may be seen, only whether something is there is found out.
    expect([where, sorted([...left, ...onTheWay])]).toEqual([where, sorted([...open, ...onTheWay])]);
    expect(left.filter(coordinate => verdictOf(user, coordinate) === "-")).toEqual([]);
  }
});

test.each<[User, string]>([
  ["bank-risk", "accountOrders"],
  ["bank-reporting", "accountOrders"],
  ["payment-risk", "accountCleanUpList"],
  ["carrier-risk", "lineOrders"],
  ["carrier-reporting", "cleanUpList"],
  ["bank-risk", "subject"],
  ["carrier-risk", "subject"],
])("%s is refused what is another institution's: %s", async (user, root) => {
  const names = { ...namesOf(user, people, SUBJECT_ID), institution: "999", carrier: "999" };
  const road: Road = { strides: [], type: QUERY };
  const asked = stridesFrom(QUERY).filter(({ field }) => field.name === root);
  const { text } = writeRoad(user, road, { form: "direct", names, asked });
  const { denied } = await ask(text, demoClaims(questionOf({ people }, user), SUBJECT_ID), "query");
  const own = root === "subject" ? ["Subject.accountOpening", "Subject.lineOpening"] : [`Query.${root}`];
  expect(denied).toEqual(expect.arrayContaining(own));
});
