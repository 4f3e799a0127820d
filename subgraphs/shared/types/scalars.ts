import { GraphQLDateTimeISO } from "graphql-scalars";
import { GraphQLScalarType, Kind, type ValueNode } from "graphql";
import { isDate } from "node:util/types";
import { isKeptMoment, parseCalendarDay } from "../../../schema/contract/calendar";
import { HubError } from "../../../schema/contract/errors";

/** `Date`: a calendar day of China Standard Time, `YYYY-MM-DD`; a string in code. */
export const CalendarDateScalar = createTextScalar("Date", parseCalendarDay);

const AMOUNT = /^\d{1,15}(\.\d{1,2})?$/;

/** `Amount`: yuan as a decimal string; never a float. */
export const AmountScalar = createTextScalar(
  "Amount",
  text => {
    if (AMOUNT.test(text)) return text;
    throw new HubError("BAD_INPUT", 'An amount is a decimal string in yuan, such as "1200.50".');
  },
  "Decimal amount in yuan, as a string; never a float.",
);

/** `DateTime`: a moment, ISO 8601 in UTC with milliseconds; a Date in code. */
export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  ...GraphQLDateTimeISO.toConfig(),
  name: "DateTime",
  description: null,
  specifiedByURL: null,
  // The embedded store answers from a worker thread: its dates need not be of this realm's Date class.
  serialize: value => GraphQLDateTimeISO.serialize(isDate(value) ? new Date(value.getTime()) : value),
  parseValue: parseMoment,
  parseLiteral: node => parseMoment(node.kind === Kind.STRING ? node.value : undefined),
});

function parseMoment(value: unknown): Date {
  const at = parseDateTime(value);
  if (isKeptMoment(at)) return at;
  throw new HubError("BAD_INPUT", "A moment lies in the years 1900 to 9999 of UTC.");
}

// The library's own error quotes the value and has no code.
function parseDateTime(value: unknown): Date {
  try {
    return GraphQLDateTimeISO.parseValue(value);
  } catch (cause) {
    throw new HubError(
      "BAD_INPUT",
      "A moment is written with its offset and must exist, such as 2024-02-29T08:00:00.000Z.",
      { cause },
    );
  }
}

function createTextScalar(
  name: string,
  parse: (text: string) => string,
  description?: string,
): GraphQLScalarType {
  const parseValue = (value: unknown): string => {
    if (typeof value !== "string") throw new HubError("BAD_INPUT", `${name} must be a string.`);
    return parse(value);
  };
  return new GraphQLScalarType({
    name,
    ...(description === undefined ? {} : { description }),
    serialize: value => String(value),
    parseValue,
    parseLiteral: (node: ValueNode) => parseValue(node.kind === Kind.STRING ? node.value : undefined),
  });
}
