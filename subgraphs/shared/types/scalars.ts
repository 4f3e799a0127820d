import { GraphQLDateTimeISO } from "graphql-scalars";
import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from "graphql";
import { isDate } from "node:util/types";
import { parseCalendarDay } from "../../../schema/contract/calendar";

/** `Date`: a calendar day of China Standard Time, `YYYY-MM-DD`; a string in code. */
export const CalendarDateScalar = createTextScalar("Date", parseCalendarDay);

const AMOUNT = /^\d{1,15}(\.\d{1,2})?$/;

/** `Amount`: yuan as a decimal string; never a float. */
export const AmountScalar = createTextScalar(
  "Amount",
  text => {
    if (!AMOUNT.test(text)) throw new GraphQLError('An amount is a decimal string such as "1200.50".');
    return text;
  },
  "Decimal amount in yuan, as a string; never a float.",
);

/** `DateTime`: a moment, ISO 8601 in UTC with milliseconds; a Date in code. */
export const DateTimeScalar = new GraphQLScalarType({
  ...GraphQLDateTimeISO.toConfig(),
  name: "DateTime",
  description: null,
  specifiedByURL: null,
  // The embedded store answers from a worker thread: its dates need not be of this realm's Date class.
  serialize: value => GraphQLDateTimeISO.serialize(isDate(value) ? new Date(value.getTime()) : value),
});

function createTextScalar(
  name: string,
  parse: (text: string) => string,
  description?: string,
): GraphQLScalarType {
  const parseValue = (value: unknown): string => {
    if (typeof value !== "string") throw new GraphQLError(`${name} must be a string.`);
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
