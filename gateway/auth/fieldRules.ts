import {
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isScalarType,
  type FieldNode,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";
import type { NamedPolicy, PolicyRegistry } from "./policies/policyRegistry";
import type { Requirement, Requirements } from "./requirements";

/** A policy that must be decided before the place it guards is planned, and what it stands on. */
export interface GuardingPolicy extends NamedPolicy {
  readonly written: string;
  readonly coordinate: string;
}

/** Any one of the alternatives is enough; all policies of it must grant. */
export type PolicyChoice = readonly (readonly GuardingPolicy[])[];

/** What a set of scopes leaves to be decided: everything refused, or each of the choices to be met. */
export type Rule = "DENIED" | readonly PolicyChoice[];

/** The rules of one set of scopes, computed once per coordinate. */
export interface FieldRules {
  ofField(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): Rule;
  /** Adds what the given arguments ask: a guarded enum as a filter tells as much as in the answer. */
  ofArguments(field: GraphQLField<unknown, unknown>, node: FieldNode): Rule;
  /** What stands on a type itself. */
  ofType(name: string): Rule;
}

interface RuleOptions {
  readonly schema: GraphQLSchema;
  readonly requirements: Requirements;
  readonly policies: PolicyRegistry;
  /** What becomes of a field that has no requirement, on a type that has none either. */
  readonly unmarkedFields: "deny" | "allow";
}

const GRANTED: Rule = [];

/** Compiles what a caller with these scopes may select; null stands for nobody known. */
export function createFieldRules(options: RuleOptions, scopes: ReadonlySet<string> | null): FieldRules {
  const { schema, requirements, policies } = options;
  const fieldRules = new Map<string, Rule>();
  const typeRules = new Map<string, Rule>();

  const ofCoordinate = (coordinate: string): Rule => {
    const requirement = requirements.byCoordinate.get(coordinate);
    return requirement === undefined ? GRANTED : toRule(requirement, coordinate, scopes, policies);
  };
  const ofType = (name: string): Rule => remember(typeRules, name, () => ofCoordinate(name));

  const ofResult = (field: GraphQLField<unknown, unknown>): Rule => {
    const type = getNamedType(field.type);
    if (!isAbstractType(type)) return ofType(type.name);
    // Some member must be left; which of them is decided object by object.
    const members = schema.getPossibleTypes(type);
    return members.length > 0 && members.every(one => ofType(one.name) === "DENIED")
      ? "DENIED"
      : ofType(type.name);
  };

  const isUnmarked = (type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): boolean =>
    options.unmarkedFields === "deny" &&
    !requirements.byCoordinate.has(type.name) &&
    !requirements.byCoordinate.has(`${type.name}.${field.name}`);

  const guardedInputs = new Map<string, Rule>();
  const ofInput = (type: GraphQLInputType): Rule => {
    const named = getNamedType(type);
    return remember(guardedInputs, named.name, () => both([...leavesIn(named)].map(ofType)));
  };

  return {
    ofField: (type, field) =>
      remember(fieldRules, `${type.name}.${field.name}`, () =>
        isUnmarked(type, field)
          ? "DENIED"
          : both([
              ofType(type.name),
              ofCoordinate(`${type.name}.${field.name}`),
              ofResult(field),
              ...interfacesWith(type, field).flatMap(name => [
                ofType(name),
                ofCoordinate(`${name}.${field.name}`),
              ]),
            ]),
      ),
    ofArguments: (field, node) =>
      both(
        field.args
          .filter(arg => node.arguments?.some(one => one.name.value === arg.name))
          .map(arg => ofInput(arg.type)),
      ),
    ofType,
  };
}

function interfacesWith(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): string[] {
  return type
    .getInterfaces()
    .filter(one => field.name in one.getFields())
    .map(one => one.name);
}

function toRule(
  requirement: Requirement,
  coordinate: string,
  scopes: ReadonlySet<string> | null,
  policies: PolicyRegistry,
): Rule {
  if (scopes === null) return "DENIED";
  if (requirement.scopes !== null && !requirement.scopes.some(set => set.every(scope => scopes.has(scope))))
    return "DENIED";
  if (requirement.policies === null) return GRANTED;
  const choice = requirement.policies.map(set =>
    set
      .map(written => ({ ...policies.require(written), written, coordinate }))
      // Row policies are left to the subgraph, which drops the rows that they refuse.
      .filter(policy => policy.decidedHere),
  );
  return choice.some(set => set.length === 0) ? GRANTED : [choice];
}

function both(rules: readonly Rule[]): Rule {
  const choices: PolicyChoice[] = [];
  for (const rule of rules) {
    if (rule === "DENIED") return "DENIED";
    choices.push(...rule);
  }
  return choices.length === 0 ? GRANTED : choices;
}

/** Names of the enums and scalars that an input can carry, however deep. */
function leavesIn(type: GraphQLInputType, seen = new Set<string>()): Set<string> {
  const named = getNamedType(type);
  if (seen.has(named.name)) return seen;
  seen.add(named.name);
  if (isEnumType(named) || isScalarType(named) || !isInputObjectType(named)) return seen;
  for (const field of Object.values(named.getFields())) leavesIn(field.type, seen);
  return seen;
}

function remember<V>(known: Map<string, V>, key: string, compute: () => V): V {
  const before = known.get(key);
  if (before !== undefined) return before;
  const value = compute();
  known.set(key, value);
  return value;
}
