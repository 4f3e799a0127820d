import pino, { type DestinationStream, type Logger } from "pino";

/** Members that are never written, wherever they stand in what is logged. */
const SECRET_MEMBERS = [
  "authorization",
  "token",
  "number",
  "variables",
  "query",
  "headers",
  "cookie",
  "name",
];

/**
 * One JSON object a line: a line break within a value is escaped, so nobody writes a second line. Only named
 * members are logged, and those that could hold a person's data are struck out should one get in.
 */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    redact: {
      paths: SECRET_MEMBERS.flatMap(member => [member, `*.${member}`, `*.*.${member}`]),
      censor: "[redacted]",
    },
    timestamp: pino.stdTimeFunctions.isoTime,
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}
