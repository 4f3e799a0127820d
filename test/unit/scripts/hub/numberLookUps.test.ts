import { getNullableType, isInputObjectType, isListType, type GraphQLInputType } from "graphql";
import { LOOK_UPS } from "../../../../scripts/hub/createHubLimits";
import { readClientSchema } from "../../../contract/roads/clientSchema";

/** What institutions report and answer of their own lines and accounts, and numbers of cases. */
const NO_LOOK_UPS = [
  "acknowledgeRiskNotice(input.number)",
  "case(number)",
  "closeCase(input.number)",
  "openCase(input.number)",
  "recordReverification(input.number)",
  "transferRelease(input.fromNumber)",
];

/** Where an argument takes one number; lists are reports. */
function numbersIn(name: string, type: GraphQLInputType): string[] {
  const one = getNullableType(type);
  if (isListType(one) || name === "caseNumber") return [];
  if (!isInputObjectType(one)) return /number$/i.test(name) ? [name] : [];
  if (one.name === "IdentityDocumentInput") return [];
  return Object.values(one.getFields()).flatMap(field =>
    numbersIn(field.name, field.type).map(inner => `${name}.${inner}`),
  );
}

test("every root field that takes the number of a line or an account looks its holder up, or is known not to", () => {
  const schema = readClientSchema();
  const roots = [schema.getQueryType(), schema.getMutationType()];
  const taken = roots
    .flatMap(root => Object.values(root?.getFields() ?? {}))
    .flatMap(({ name, args }) =>
      args.flatMap(argument => numbersIn(argument.name, argument.type).map(number => `${name}(${number})`)),
    );
  const counted = Object.entries(LOOK_UPS).flatMap(([name, lookUps]) =>
    lookUps.map(({ at }) => `${name}(${at.join(".")})`),
  );
  expect([...counted, ...NO_LOOK_UPS].sort()).toEqual(taken.sort());
});
