import type { ErrorCode } from "../../schema/contract/errors";

/** A refusal before GraphQL has begun, in the form in which GraphQL would refuse. */
export function httpError(code: ErrorCode, message: string, id?: string): string {
  const extensions = { code, ...(id === undefined ? {} : { id }) };
  return `${JSON.stringify({ errors: [{ message, extensions }] })}\n`;
}
