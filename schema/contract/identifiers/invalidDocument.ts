import { HubError } from "../errors";

/** The error for a number that breaks a rule of its kind; neither message nor detail ever holds the number. */
export function invalidDocument(rule: string, message: string): HubError {
  return new HubError("INVALID_DOCUMENT", message, { detail: `identity document refused by rule ${rule}` });
}
