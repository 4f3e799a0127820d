import { getNamedType, isObjectType, type GraphQLObjectType } from "graphql";
import { OWNERS } from "../../scripts/hub/purposeFacts";
import { readClientSchema } from "./roads/clientSchema";

/** Types from which a road leads to people and that are nobody's own thing, or name their person in another way. */
const NO_OWNER: Readonly<Record<string, string>> = {
  AccessApproval: "of an officer in a case; whoever belongs to the case is named where they come up",
  BankingChange:
    "tells when and what kind; the account, the order and the person behind it are named themselves",
  Case: "of many or of nobody yet; involvements and surrenders in it are named themselves",
  FundHop: "a transfer of the account that was asked for, whose holder is named",
  FundTrail: "transfers of the account that was asked for, whose holder is named",
  Objection: "its row knows whose it is, whatever it is against: the subgraph says it beside the answer",
  PoliceChange: "tells when and what kind; the sanction and the person behind it are named themselves",
  StopPayment:
    "the police keep the account's number only; the bank that names its holder may be away, and it must not wait",
  TelecomChange:
    "tells when and what kind; the line, the order, the flag and the person are named themselves",
  Tip: "of an informant whom nobody knows, with a case at most",
  Transfer:
    "of the account that was asked for, whose holder is named; the other end is named where it is asked for",
  Indicator: "a site or a number that fraud goes by, of nobody known, with a case at most",
  Mutation: "a root",
  Query: "a root",
  Subject: "the person",
};

test("whatever a road leads on from to a person says whose it is, or there is a reason why it need not", () => {
  const types = Object.values(readClientSchema().getTypeMap()).filter(
    (type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith("__"),
  );
  const leading = new Set(["Subject"]);
  const leadsOn = (type: GraphQLObjectType): boolean =>
    Object.values(type.getFields()).some(field => leading.has(getNamedType(field.type).name));
  for (let before = 0; before < leading.size;) {
    before = leading.size;
    for (const type of types) if (leadsOn(type)) leading.add(type.name);
  }
  // A page is as much as what stands on it.
  const things = [...leading].filter(name => !name.endsWith("Connection"));
  expect([...things].sort()).toEqual([...new Set([...Object.keys(OWNERS), ...Object.keys(NO_OWNER)])].sort());
});
