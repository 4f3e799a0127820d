import { buildSchema, parse, visit } from "graphql";
import { createDescribeOperation } from "../../../../gateway/audit/describeOperation";
import { findAnswerPaths } from "../../../../gateway/findAnswerPaths";
import { putIn } from "../../../../gateway/putIn";
import { valuesAt } from "../../../../gateway/valuesAt";

const schema = buildSchema(`
  interface Held { id: ID! }
  type Account implements Held { id: ID! holder: Person decision: Decision }
  type Line implements Held { id: ID! holder: Person }
  union Thing = Account | Line
  type Decision { outcome: String! ruleVersion: String! }
  type Person { id: ID! held: [Held!]! things: [[Thing!]!]! decisions: [Decision!]! }
  type Query { person(token: ID): Person people: [Person] }
  type Mutation { open(person: ID): Decision }
`);
const describeIt = createDescribeOperation({ ruleVersions: ["Decision.ruleVersion"] });
const described = (text: string) => describeIt(parse(text), schema);

describe("the description of an operation", () => {
  test("names each field once, by its type, through aliases, fragments, interfaces and unions", () => {
    const { fields } = described(`
      query { a: person { ...P __typename } people { ...P } }
      fragment P on Person { key: id held { id ... on Line { holder { id } } } things { ... on Account { id } } }`);
    expect(fields).toEqual([
      "Query.person",
      "Query.people",
      "Person.id",
      "Person.held",
      "Held.id",
      "Line.holder",
      "Person.things",
      "Account.id",
    ]);
  });

  test("is made once for a document", () => {
    const document = parse("{ people { id } }");
    expect(describeIt(document, schema)).toBe(describeIt(document, schema));
  });

  test("looks for no values that the operation does not select", () => {
    expect(described("{ people { decisions { outcome } } }")).toMatchObject({
      ruleVersions: [],
    });
  });

  test("says nothing of what was put in for the record alone: nobody is shown it", () => {
    const document = parse("{ people { decisions { outcome } } }");
    const withKey = visit(document, {
      SelectionSet: {
        leave: set => ({ ...set, selections: [...set.selections, putIn("id"), putIn("held", set)] }),
      },
    });
    expect(describeIt(withKey, schema).fields).toEqual(
      described("{ people { decisions { outcome } } }").fields,
    );
  });

  test("finds the places of kept values in the answer: under aliases, in fragments, in lists of lists", () => {
    const text = `
      query { a: person { me: id decisions { by: ruleVersion } ...Deep } }
      fragment Deep on Person { things { ... on Account { holder { id } decision { ruleVersion } } } }`;
    const { ruleVersions } = described(text);
    const subjects = findAnswerPaths(parse(text), schema, new Set(["Person.id"]));
    const data = {
      a: {
        me: "P1",
        decisions: [{ by: "N16" }, { by: "N20" }, { by: "N16" }],
        things: [
          [{ holder: { id: "P2" }, decision: null }, {}],
          [{ holder: null, decision: { ruleVersion: "N24" } }],
        ],
      },
    };
    expect(valuesAt(data, ruleVersions)).toEqual(["N16", "N20", "N24"]);
    expect(valuesAt(data, subjects)).toEqual(["P1", "P2"]);
    expect(valuesAt(null, subjects)).toEqual([]);
  });
});
