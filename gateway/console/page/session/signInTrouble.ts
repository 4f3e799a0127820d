import { ErrorResponse } from "oidc-client-ts";
import type { HubFault } from "../hub/hubFault";

/** Why a sign-in has not come about; each has its sentences in the dictionary. */
export type SignInTrouble =
  | "hubAway"
  | "issuerAway"
  | "denied"
  | "refused"
  | "used"
  | "notTaken"
  | "notOpened"
  | "anotherPerson"
  | HubFault["code"];

/** An address that belongs to no sign-in of this tab, or to one that is over. */
const NO_STATE = /^No (?:matching )?state/;
/** The issuer was reached and has answered something else than it should. */
const OF_ANOTHER_SIGN_IN = /mismatch|does not match|^Expected code/;

/** What an error on the way to an issuer and back means to whoever signs in. */
export function troubleOf(error: unknown): SignInTrouble {
  if (error instanceof ErrorResponse) {
    if (error.error === "access_denied") return "denied";
    // RFC 6749 5.2: the code was used before, or has waited too long.
    if (error.error === "invalid_grant") return "used";
    return error.error === "temporarily_unavailable" || error.error === "server_error"
      ? "issuerAway"
      : "refused";
  }
  const message = error instanceof Error ? error.message : "";
  if (NO_STATE.test(message)) return "used";
  return OF_ANOTHER_SIGN_IN.test(message) ? "refused" : "issuerAway";
}
