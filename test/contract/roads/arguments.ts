import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
  type GraphQLArgument,
  type GraphQLInputType,
} from "graphql";
import { chinaDay } from "../../../schema/contract/calendar";
import type { Stride } from "./road";

/** What a user's arguments name: their own institution, a person of their purpose, numbers they know. */
export interface KnownNames {
  readonly institution: string;
  readonly carrier: string;
  /** What the institution may open for somebody. */
  readonly product: string;
  readonly caseNumber: string;
  readonly lineNumber: string;
  readonly accountNumber: string;
  readonly subjectId: string;
}

const SOME_DAY = "2026-01-01";
const SOME_MOMENT = "2026-01-01T00:00:00.000Z";
const SOME_ID = "00000000-0000-4000-8000-000000000001";
/** A page, so that answers stay small; a cursor must be the hub's own; the depth that counts as one step. */
const ALWAYS_GIVEN: Readonly<Record<string, string>> = { first: "2", depth: "1" };
const NEVER_GIVEN = ["after"];

/** The arguments of a field as text: those it must have, or every one it can have. */
export function writeArguments({ coordinate, field }: Stride, names: KnownNames, all: boolean): string {
  const given = field.args.filter(
    one => one.name in ALWAYS_GIVEN || (!NEVER_GIVEN.includes(one.name) && (all || isRequiredArgument(one))),
  );
  if (given.length === 0) return "";
  return `(${given.map(one => `${one.name}: ${writeArgument(coordinate, one, names)}`).join(", ")})`;
}

function writeArgument(coordinate: string, argument: GraphQLArgument, names: KnownNames): string {
  return ALWAYS_GIVEN[argument.name] ?? writeValue(coordinate, argument.name, argument.type, names);
}

/** A value that says what its name says. */
function writeValue(coordinate: string, name: string, type: GraphQLInputType, names: KnownNames): string {
  if (isNonNullType(type)) return writeValue(coordinate, name, type.ofType, names);
  if (isListType(type)) return `[${writeValue(coordinate, name, type.ofType, names)}]`;
  const known = writeKnown(coordinate, name, names);
  if (known !== null) return known;
  const named = getNamedType(type);
  if (named.name === "IdentityDocumentInput") return "$document";
  if (isEnumType(named)) return named.getValues()[0]!.name;
  if (isInputObjectType(named)) {
    const fields = Object.values(named.getFields()).filter(isRequiredInputField);
    return `{ ${fields.map(one => `${one.name}: ${writeValue(coordinate, one.name, one.type, names)}`).join(", ")} }`;
  }
  return (name === "to" ? ENDS : SCALARS)[named.name] ?? `"x"`;
}

const SCALARS: Readonly<Record<string, string>> = {
  Int: "1",
  Float: "1",
  Boolean: "true",
  Date: `"${SOME_DAY}"`,
  DateTime: `"${SOME_MOMENT}"`,
  ID: `"${SOME_ID}"`,
};

/** Of an interval that begins on some day. */
const ENDS: Readonly<Record<string, string>> = {
  Date: `"2026-12-31"`,
  DateTime: `"2026-12-31T00:00:00.000Z"`,
};

function writeKnown(coordinate: string, name: string, names: KnownNames): string | null {
  const known: Readonly<Record<string, string>> = {
    "Query.subjectById.id": names.subjectId,
    "Query.case.number": names.caseNumber,
    "Query.account.number": names.accountNumber,
    "Query.phoneLine.number": names.lineNumber,
    "Query.phoneCheck.number": names.lineNumber,
    "Query.institution.code": names.institution,
    "Subject.accountOpening.product": names.product,
    "Subject.lineOpening.kind": "MOBILE",
  };
  const byName: Readonly<Record<string, string>> = {
    institution: names.institution,
    carrier: names.carrier,
    caseNumber: names.caseNumber,
    region: "110100",
    // A recognition's day lies in its case.
    recognisedOn: chinaDay(new Date()),
  };
  const value = known[`${coordinate}.${name}`] ?? byName[name];
  if (value === undefined) return null;
  return /^[A-Z][A-Z_]+$/.test(value) && !(name in byName) ? value : JSON.stringify(value);
}
