import { viewOf, type Caller, type RequestClaims } from "./claims";

const CALLER_PREFIX = "subgraph/";
/** Before a subgraph's name: its own sequence in another's feed. No caller's view begins so. */
export const SUBGRAPH_AUDIENCE = "subgraph:";

/** Under which a subgraph asks another for events, or whose one thing is: it may do that and nothing else, and sees no rows. */
export function subgraphClaims(name: string): RequestClaims {
  const caller: Caller = {
    id: CALLER_PREFIX + name,
    kind: "AUDITOR",
    institution: null,
    authority: null,
    // In no issuer's ceiling: no token can carry it.
    scopes: ["event:pull"],
    person: null,
  };
  return { caller, purpose: null, reference: null, view: viewOf(caller), extendedAccess: false };
}

/** The subgraph that asks; null for any other caller, and for one that claims more than a subgraph has. */
export function subgraphOf(claims: RequestClaims): string | null {
  const { id } = claims.caller;
  if (!id.startsWith(CALLER_PREFIX)) return null;
  const name = id.slice(CALLER_PREFIX.length);
  return JSON.stringify(claims) === JSON.stringify(subgraphClaims(name)) ? name : null;
}

/** The audience for which a subgraph's events are numbered. */
export function audienceOf(subgraph: string): string {
  return SUBGRAPH_AUDIENCE + subgraph;
}
