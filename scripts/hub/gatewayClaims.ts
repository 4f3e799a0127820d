import { viewOf, type Caller, type RequestClaims } from "../../schema/contract/claims";

const GATEWAY: Caller = {
  id: "gateway",
  kind: "AUDITOR",
  institution: null,
  authority: null,
  // In no issuer's ceiling: nobody but the gateway itself, which signs these claims, can have it.
  scopes: ["audit:write"],
  person: null,
};

/** Under which the gateway itself speaks to subgraphs: it may hand over access records, and see nothing. */
export const GATEWAY_CLAIMS: RequestClaims = {
  caller: GATEWAY,
  purpose: null,
  reference: null,
  view: viewOf(GATEWAY),
  extendedAccess: false,
};
