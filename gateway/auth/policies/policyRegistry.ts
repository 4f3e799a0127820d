import type { Requirements } from "../requirements";
import type { Policy } from "./policy";

/** A policy as written in the supergraph: its name, and the argument path after the colon. */
export interface NamedPolicy {
  readonly policy: Policy;
  readonly argument: string | null;
  /** False where the subgraph decides it, object by object. */
  readonly decidedHere: boolean;
}

/** Finds a policy by what the supergraph writes. */
export interface PolicyRegistry {
  require(written: string): NamedPolicy;
}

/**
 * Gathers the policies this gateway can decide or knows to be decided in subgraphs. Throws for a supergraph
 * that names another, or names one where it cannot be decided: a guard nobody stands at must stop the start.
 */
export function createPolicyRegistry(
  policies: readonly Policy[],
  requirements: Requirements,
  rootTypes: readonly string[],
): PolicyRegistry {
  const byName = new Map(policies.map(policy => [policy.name, policy]));
  const require = (written: string) => requirePolicy(byName, written);
  for (const [coordinate, requirement] of requirements.byCoordinate) {
    for (const written of (requirement.policies ?? []).flat()) {
      const problem = findProblem(byName, written, coordinate, rootTypes);
      if (problem !== null) throw new Error(`@policy "${written}" on ${coordinate}: ${problem}`);
    }
  }
  return { require };
}

function requirePolicy(byName: ReadonlyMap<string, Policy>, written: string): NamedPolicy {
  const { name, argument } = split(written);
  const policy = byName.get(name);
  if (policy === undefined) throw new Error(`unknown policy "${name}"`);
  const decidedHere = policy.decide !== undefined && (argument !== null || policy.onlyWithArgument !== true);
  return { policy, argument, decidedHere };
}

function findProblem(
  byName: ReadonlyMap<string, Policy>,
  written: string,
  coordinate: string,
  rootTypes: readonly string[],
): string | null {
  const { name, argument } = split(written);
  const policy = byName.get(name);
  const [type = "", field] = coordinate.split(".");
  if (policy === undefined) return "no such policy is known";
  if (argument !== null && policy.onlyWithArgument !== true) return "this policy takes no argument path";
  if (argument !== null && field === undefined) return "a type has no arguments";
  if (policy.onlyOnRootFields === true && (field === undefined || !rootTypes.includes(type))) {
    return "this policy can stand on root fields only";
  }
  return null;
}

function split(written: string): { name: string; argument: string | null } {
  const colon = written.indexOf(":");
  return colon < 0
    ? { name: written, argument: null }
    : { name: written.slice(0, colon), argument: written.slice(colon + 1) };
}
