import type { ExecutionResult, GraphQLSchema } from "graphql";
import type { Caller, Purpose, RequestClaims } from "../../schema/contract/claims";
import type { Clock } from "../../schema/contract/clock";
import { valuesAt } from "../valuesAt";
import type { OperationGuard, Permission, UnderstoodOperation } from "../requestContext";
import { answerIntrospection } from "./answerIntrospection";
import { toClientPath } from "./clientPaths";
import { createAskVerdict, type SendToSubgraph } from "./askVerdict";
import { createDenialError } from "./denialError";
import { createOperationAuthorizer, type OperationAuthorizer } from "./authorizeOperation";
import type { AuthorizedOperation } from "./authorizedOperation";
import { createFoundPeople, type Feeds, type Told } from "./foundPeople";
import { createLeftOutPeople } from "./leftOutPeople";
import { caseAssigned } from "./policies/caseAssigned";
import { decidePolicies } from "./policies/decidePolicies";
import { createExtendedAccess, type FindExtendedAccess } from "./policies/extendedAccess";
import { ownInstitution } from "./policies/ownInstitution";
import { ownPerson } from "./policies/ownPerson";
import type { PolicyRequest } from "./policies/policy";
import { createPolicyRegistry } from "./policies/policyRegistry";
import { createPurposeBound } from "./policies/purposeBound";
import { supervisedSector } from "./policies/supervisedSector";
import { createVerdicts } from "./policies/verdicts";
import { readRequirements } from "./requirements";
import { restoreDenied } from "./restoreDenied";
import { createStepLimit, type Links } from "./stepLimit";
import type { Acts, Owners } from "./recordedKeys";

/** Everything about rights that the supergraph does not say itself. */
export interface GuardOptions {
  readonly unmarkedFields: "deny" | "allow";
  /** The input type by which people are named, if the schema has one. */
  readonly documentType: string | null;
  /** Arguments that name people by subject token: `Query.subjectById` → `id`. */
  readonly subjectArguments: Readonly<Record<string, string>>;
  /** Lists of documents that a field answers item for item: `Query.subjects` → `documents`. */
  readonly personLists: Readonly<Record<string, string>>;
  /** Fields that lead to what is another person's: `Subject.linkedAccounts`. */
  readonly links: Links;
  /** What is told of people, and of things, that a look comes upon without having asked for them. */
  readonly recognisedBy: Told;
  /** Types that bring people together who were not asked for. */
  readonly gatherings: readonly string[];
  /** Fields that lead to people put there → the field beside it by which they are confirmed. */
  readonly confirmedBy: Readonly<Record<string, string>>;
  /** What is told of changes to things and people that nobody asked for. */
  readonly feeds: Feeds;
  /** What is somebody's, and where it says whose. */
  readonly owners: Owners;
  readonly acts: Acts;
  /** The subgraphs that own the facts behind each purpose. */
  readonly purposeSubgraphs: Readonly<Partial<Record<Purpose, readonly string[]>>>;
  /** Those that keep the approvals for going further than one step. */
  readonly approvingSubgraphs: Readonly<Partial<Record<Purpose, readonly string[]>>>;
  readonly send: SendToSubgraph;
  readonly clock: Clock;
}

/** What a guard is made for. */
interface GuardedSupergraph {
  /** In full, with its security directives. */
  readonly sdl: string;
  readonly clientSchema: GraphQLSchema;
}

/** Makes the guard of a supergraph; throws if the supergraph asks for anything that cannot be enforced. */
export function createOperationGuard(
  options: GuardOptions,
): (supergraph: GuardedSupergraph) => OperationGuard {
  // Remembered verdicts outlive a change of the supergraph: they are about people, not about fields.
  const verdicts = createVerdicts(options.clock);
  const findExtendedAccess = createExtendedAccess(verdicts, options.approvingSubgraphs);
  const policies = [
    createPurposeBound({ ...options, verdicts }),
    ownInstitution,
    supervisedSector,
    caseAssigned,
    ownPerson,
  ];
  return ({ sdl, clientSchema }) => {
    const requirements = readRequirements(sdl);
    const rootTypes = [clientSchema.getQueryType(), clientSchema.getMutationType()].flatMap(
      type => type?.name ?? [],
    );
    const authorizer = createOperationAuthorizer({
      schema: clientSchema,
      requirements,
      policies: createPolicyRegistry(policies, requirements, rootTypes),
      steps: createStepLimit(requirements, options.links),
      found: createFoundPeople(requirements, options),
      owners: options.owners,
      acts: options.acts,
      unmarkedFields: options.unmarkedFields,
      documentType: options.documentType,
    });
    return {
      permit: (operation, claims) => permit(authorizer, findExtendedAccess, options.send, operation, claims),
    };
  };
}

async function permit(
  authorizer: OperationAuthorizer,
  findExtendedAccess: FindExtendedAccess,
  send: SendToSubgraph,
  operation: UnderstoodOperation,
  claims: RequestClaims,
): Promise<Permission> {
  const { caller } = claims;
  const request = toPolicyRequest(operation, claims, send);
  const inquiry = authorizer.inquire(operation, caller);
  const decisions = await decidePolicies(inquiry, request, findExtendedAccess);
  const leftOut = createLeftOutPeople(decisions, operation.variables);
  const authorized = authorizer.authorize(operation, caller, decisions);
  const { refusal } = authorized;
  return {
    document: authorized.document,
    hash: authorized.operationKey,
    refusal: refusal === null ? null : createDenialError(refusal, refusal.path),
    claims: { ...claims, extendedAccess: decisions.extendedAccess },
    leftOut: leftOut.items,
    denied: [...new Set([...authorized.coordinatesDenied, ...leftOut.coordinates])],
    clientPath: path => toClientPath(authorized.shape, path),
    peopleIn: result => valuesAt(result.data, authorized.people),
    restore: result => leftOut.restore(restore(authorizer, authorized, operation, caller, result)),
  };
}

function toPolicyRequest(
  operation: UnderstoodOperation,
  claims: RequestClaims,
  send: SendToSubgraph,
): PolicyRequest {
  const { caller, purpose, reference } = claims;
  return {
    caller,
    purpose,
    reference,
    variables: operation.variables,
    tokensIn: value => operation.tokensIn(value),
    askVerdict: createAskVerdict(send, claims),
  };
}

function restore(
  authorizer: OperationAuthorizer,
  authorized: AuthorizedOperation,
  { variables }: UnderstoodOperation,
  caller: Caller,
  result: ExecutionResult,
): ExecutionResult {
  if (authorized.introspection === null) return restoreDenied(authorized, result);
  const introspected = answerIntrospection(authorizer.visibleTo(caller), authorized.introspection, variables);
  const errors = [...(result.errors ?? []), ...(introspected.errors ?? [])];
  const data = result.data === null ? null : { ...result.data, ...introspected.data };
  return restoreDenied(authorized, errors.length === 0 ? { ...result, data } : { ...result, data, errors });
}
