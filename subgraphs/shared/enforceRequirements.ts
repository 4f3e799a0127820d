import {
  getNamedType,
  getArgumentValues,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLSchema,
} from "graphql";
import type { RequestClaims } from "../../schema/contract/claims";
import { HubError } from "../../schema/contract/errors";
import { readRequirements, type Requirement, type Requirements } from "./readRequirements";

/** A policy that names the argument that must hold the caller's own institution. */
interface ArgumentPolicy {
  readonly field: GraphQLField<unknown, unknown>;
  readonly node: FieldNode;
  readonly alternatives: readonly (readonly string[])[];
}

interface Verdict {
  readonly missing: string | null;
  readonly argumentPolicies: readonly ArgumentPolicy[];
}

/** Throws FORBIDDEN unless the claims cover every field and type that the operation selects. */
export type Enforce = (
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
  claims: RequestClaims,
) => void;

/** What federation itself adds to a schema; `_service` is refused, since composition reads the SDL from files. */
const FEDERATION_ENTRY = "Query._entities";
const OWN_INSTITUTION = "own_institution:";

/**
 * The second check, in the subgraph: the gateway never sends what a caller may not see, so an operation that
 * asks for more is refused whole. Walked once per document and set of scopes, not once per row.
 */
export function createEnforcement(schema: GraphQLSchema, sdl: string): Enforce {
  const requirements = readRequirements(sdl);
  const verdicts = new WeakMap<DocumentNode, Map<string, Verdict>>();
  return (document, variables, claims) => {
    const byScopes = verdicts.get(document) ?? new Map<string, Verdict>();
    verdicts.set(document, byScopes);
    const scopes = claims.caller.scopes.join(" ");
    const verdict =
      byScopes.get(scopes) ?? judge(schema, requirements, document, new Set(claims.caller.scopes));
    byScopes.set(scopes, verdict);
    if (verdict.missing !== null) throw forbidden(verdict.missing);
    for (const policy of verdict.argumentPolicies) checkArguments(policy, variables, claims);
  };
}

function forbidden(coordinate: string): HubError {
  return new HubError("FORBIDDEN", "You may not see this field.", {
    detail: `requirement of ${coordinate} not met`,
  });
}

function judge(
  schema: GraphQLSchema,
  requirements: Requirements,
  document: DocumentNode,
  scopes: ReadonlySet<string>,
): Verdict {
  const typeInfo = new TypeInfo(schema);
  const argumentPolicies: ArgumentPolicy[] = [];
  let missing: string | null = null;
  visit(
    document,
    visitWithTypeInfo(typeInfo, {
      Field(node) {
        const parent = typeInfo.getParentType();
        const field = typeInfo.getFieldDef();
        if (
          !parent ||
          !field ||
          node.name.value.startsWith("__") ||
          isFederationEntry(parent.name, field.name)
        )
          return;
        const coordinate = `${parent.name}.${field.name}`;
        const own = requirements.get(coordinate);
        const onParent = requirements.get(parent.name);
        const onResult = requirements.get(getNamedType(field.type).name);
        const met = [own, onParent, onResult].every(one => one === undefined || covers(one, scopes));
        if ((own === undefined && onParent === undefined) || !met) missing ??= coordinate;
        if (own !== undefined && namesArgument(own))
          argumentPolicies.push({ field, node, alternatives: own.policies });
      },
    }),
  );
  return { missing, argumentPolicies };
}

function isFederationEntry(parent: string, field: string): boolean {
  return `${parent}.${field}` === FEDERATION_ENTRY;
}

function covers(requirement: Requirement, scopes: ReadonlySet<string>): boolean {
  return (
    requirement.scopes.length === 0 || requirement.scopes.some(set => set.every(scope => scopes.has(scope)))
  );
}

function namesArgument(requirement: Requirement): boolean {
  return requirement.policies.flat().some(policy => policy.startsWith(OWN_INSTITUTION));
}

/** An alternative without an argument policy is decided elsewhere: by the gateway, or row by row. */
function checkArguments(
  policy: ArgumentPolicy,
  variables: Readonly<Record<string, unknown>>,
  claims: RequestClaims,
): void {
  const values = getArgumentValues(policy.field, policy.node, variables);
  const holds = policy.alternatives.some(set =>
    set.every(name => !name.startsWith(OWN_INSTITUTION) || isOwn(values, name, claims)),
  );
  if (!holds) throw forbidden(policy.field.name);
}

function isOwn(values: Readonly<Record<string, unknown>>, policy: string, claims: RequestClaims): boolean {
  const path = policy.slice(OWN_INSTITUTION.length).split(".");
  const value = path.reduce<unknown>(
    (part, key) =>
      typeof part === "object" && part !== null ? (part as Record<string, unknown>)[key] : undefined,
    values,
  );
  return claims.caller.institution !== null && value === claims.caller.institution;
}
