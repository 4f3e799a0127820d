import type { Caller } from "../../../../schema/contract/claims";

/** A caller with these scopes, otherwise of no importance. */
export function callerWith(scopes: readonly string[], rest: Partial<Caller> = {}): Caller {
  return {
    id: "test/caller",
    kind: "BANK",
    institution: "A",
    authority: null,
    person: null,
    ...rest,
    scopes: [...scopes],
  };
}
