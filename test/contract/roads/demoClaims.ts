import { viewOf, type Caller, type RequestClaims } from "../../../schema/contract/claims";
import { DEMO_ISSUERS } from "../../../scripts/identityProvider/demoIssuers";
import { findDemoUser, scopesOf } from "../../../scripts/identityProvider/demoUsers";
import type { Question } from "../../support/askOverHttp";

/** The claims of a demo user, as the gateway reads them from their token. `person` is whose token it is for a person. */
export function demoClaims({ as, purpose, reference }: Question, person: string): RequestClaims {
  const user = findDemoUser(as);
  const issuer = DEMO_ISSUERS.find(({ name }) => name === user?.issuer);
  if (user === null || issuer === undefined) throw new Error(`${as} is no demo user`);
  const caller: Caller = {
    id: `${issuer.name}/${user.sub}`,
    kind: issuer.kind,
    institution: user.institution ?? null,
    authority: user.authority ?? null,
    scopes: scopesOf(user),
    person: issuer.kind === "PERSON" ? person : null,
  };
  return {
    caller,
    purpose: purpose ?? null,
    reference: reference ?? null,
    view: viewOf(caller),
    extendedAccess: false,
  };
}
