import { parse } from "graphql";
import {
  createOperationAuthorizer,
  type OperationAuthorizer,
} from "../../../../gateway/auth/authorizeOperation";
import type { Decisions, Operation } from "../../../../gateway/auth/authorizedOperation";
import type { Policy } from "../../../../gateway/auth/policies/policy";
import { createPolicyRegistry } from "../../../../gateway/auth/policies/policyRegistry";
import { readRequirements } from "../../../../gateway/auth/requirements";
import { createFoundPeople, type FoundPeopleOptions } from "../../../../gateway/auth/foundPeople";
import { createStepLimit } from "../../../../gateway/auth/stepLimit";
import type { SyntheticGateway } from "./syntheticSupergraph";

/** The policies of the synthetic supergraph; a test decides them by hand. */
export const SYNTHETIC_POLICIES: readonly Policy[] = [
  { name: "own_shop", onlyWithArgument: true, decide: () => null },
  { name: "bound", onlyOnRootFields: true, decide: () => null },
];

/** Nothing to decide, nothing allowed beyond the first step. */
export const UNDECIDED: Decisions = { answers: new Map(), extendedAccess: false };

/** Nothing is held back of whoever comes up. */
export const NOBODY_FOUND: FoundPeopleOptions = {
  subjectArguments: {},
  recognisedBy: { BANK: "ALL" },
  gatherings: [],
  confirmedBy: {},
  feeds: { fields: [], tell: {} },
};

/** Authorization for the synthetic supergraph. */
export function createSyntheticAuthorizer(
  gateway: Pick<SyntheticGateway, "supergraphSdl" | "apiSchema">,
  unmarkedFields: "deny" | "allow" = "deny",
): OperationAuthorizer {
  const requirements = readRequirements(gateway.supergraphSdl);
  return createOperationAuthorizer({
    schema: gateway.apiSchema,
    requirements,
    policies: createPolicyRegistry(SYNTHETIC_POLICIES, requirements, ["Query", "Mutation"]),
    steps: createStepLimit(requirements, { "Person.links": { depthArgument: "depth", names: 1 } }),
    found: createFoundPeople(requirements, NOBODY_FOUND),
    owners: {},
    acts: {},
    unmarkedFields,
    documentType: null,
  });
}

/** An operation as the step before authorization hands it over. */
export function operationOf(text: string, variables: Readonly<Record<string, unknown>> = {}): Operation {
  return { document: parse(text), operationName: null, variables };
}
