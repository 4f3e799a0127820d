import type { RequestClaims } from "../../schema/contract/claims";
import { subgraphClaims } from "../../schema/contract/subgraphCaller";

interface AskedHub {
  ask(
    claims: RequestClaims,
    query: string,
    variables: Record<string, unknown>,
  ): Promise<{ readonly data: { readonly keptThing?: unknown }; readonly code: unknown }>;
}

const KEPT = `query ($kind: String!, $id: ID!) {
  keptThing(kind: $kind, id: $id) { subjectId institution causeId endedAs }
}`;

/** Asks a subgraph whose a thing is, as the police do unless told otherwise: the thing, or the code of the refusal. */
export function createAskKept(hub: AskedHub) {
  return async (kind: string, id: string, claims = subgraphClaims("police")): Promise<unknown> => {
    const { data, code } = await hub.ask(claims, KEPT, { kind, id });
    return code ?? data.keptThing;
  };
}
