import type { PersonQueryVariables } from "../../../generated/operations";
import type { Session } from "../../session/session";

/** Asks for what the role sees and for nothing else: what is refused would only be noise. */
export function personVariables(
  id: string,
  { may }: Pick<Session, "may">,
  after: Pick<PersonQueryVariables, "linesAfter" | "accountsAfter">,
): PersonQueryVariables {
  return {
    id,
    ...after,
    seesIdentity: may("identity:read"),
    seesLines: may("line:read"),
    seesRealName: may("realname:read"),
    seesAccounts: may("account:read"),
    seesAccountNumbers: may("account:number:read"),
    seesLinks: may("link:read"),
    seesSanctions: may("sanction:read"),
    checksSanctions: may("sanction:check") || may("sanction:read"),
    seesCases: may("case:read"),
    seesOwnObjections: may("self:dispute"),
  };
}
