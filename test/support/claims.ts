import { viewOf, type Caller, type RequestClaims } from "../../schema/contract/claims";
import { SCOPES } from "../../schema/contract/scopes";

/** A bank's risk officer unless told otherwise. */
export function claimsOf(caller: Partial<Caller>, rest: Partial<RequestClaims> = {}): RequestClaims {
  const whole: Caller = {
    id: "bank/bank-risk",
    kind: "BANK",
    institution: "102",
    authority: null,
    scopes: [],
    person: null,
    ...caller,
  };
  return {
    caller: whole,
    purpose: null,
    reference: null,
    view: viewOf(whole),
    extendedAccess: false,
    ...rest,
  };
}

/** Every scope there is: what is left then is the view alone. */
export function withAllScopes(claims: RequestClaims): RequestClaims {
  return { ...claims, caller: { ...claims.caller, scopes: SCOPES } };
}
