import { caseAssigned } from "../../../../gateway/auth/policies/caseAssigned";
import { ownInstitution } from "../../../../gateway/auth/policies/ownInstitution";
import { ownPerson } from "../../../../gateway/auth/policies/ownPerson";
import { createPolicyRegistry } from "../../../../gateway/auth/policies/policyRegistry";
import { createPurposeBound } from "../../../../gateway/auth/policies/purposeBound";
import { supervisedSector } from "../../../../gateway/auth/policies/supervisedSector";
import { createVerdicts } from "../../../../gateway/auth/policies/verdicts";
import type { Requirement } from "../../../../gateway/auth/requirements";

const clock = () => new Date();

describe("the start is refused", () => {
  const policies = [
    createPurposeBound({
      verdicts: createVerdicts(clock),
      purposeSubgraphs: {},
      subjectArguments: {},
      personLists: {},
    }),
    ownInstitution,
    caseAssigned,
    ownPerson,
    supervisedSector,
  ];
  const start = (coordinate: string, written: string) => {
    const requirement: Requirement = { scopes: null, policies: [[written]] };
    const requirements = {
      byCoordinate: new Map([[coordinate, requirement]]),
      personTypes: new Set<string>(),
      personKeys: new Map<string, string>(),
      entityTypes: new Set<string>(),
    };
    return () => createPolicyRegistry(policies, requirements, ["Query", "Mutation"]);
  };

  test.each([
    ["a policy that nobody knows", "Query.a", "own_planet"],
    ["a name of the prototype", "Query.a", "constructor"],
    ["purpose_bound below the root", "Subject.a", "purpose_bound"],
    ["purpose_bound on a type", "Subject", "purpose_bound"],
    ["an argument of a type", "Subject", "own_institution:carrier"],
    ["an argument for a policy that reads none", "Query.a", "purpose_bound:id"],
    ["an argument for a row policy", "Query.a", "case_assigned:number"],
  ])("for %s", (_, coordinate, written) => {
    expect(start(coordinate, written)).toThrow(`@policy "${written}" on ${coordinate}`);
  });

  test.each([
    ["Query.a", "purpose_bound"],
    ["Subject.a", "own_institution:input.carrier"],
    ["Subject.a", "own_institution"],
    ["Case", "case_assigned"],
    ["Query.a", "own_person"],
    ["Query.a", "supervised_sector"],
  ])("not for %s with %s", (coordinate, written) => {
    expect(start(coordinate, written)).not.toThrow();
  });
});
