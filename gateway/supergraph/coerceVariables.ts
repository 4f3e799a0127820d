import {
  coerceInputValue,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  typeFromAST,
  type GraphQLInputType,
  type GraphQLSchema,
  type VariableDefinitionNode,
} from "graphql";
import { HubError } from "../../schema/contract/errors";
import type { InputProblem } from "./inputProblem";

/** A variable of an operation, its type looked up once. */
export interface DeclaredVariable {
  readonly name: string;
  readonly type: GraphQLInputType;
  /** It has a default, and so need not be given whatever its type says. */
  readonly hasDefault: boolean;
}

/** Enough to mend a form; a list of a thousand bad items is not answered with a thousand errors. */
const MAX_PROBLEMS = 10;

const MISSING = "A value is needed here.";
const MISFIT = "The value does not fit its type.";

/** The variables that an operation declares. */
export function declaredVariables(
  schema: GraphQLSchema,
  definitions: readonly VariableDefinitionNode[] | undefined,
): readonly DeclaredVariable[] {
  return (definitions ?? []).map(definition => {
    const type = typeFromAST(schema, definition.type);
    if (!isInputType(type)) throw new Error("a variable of a valid operation has an input type");
    return { name: definition.variable.name.value, type, hasDefault: definition.defaultValue !== undefined };
  });
}

/**
 * Checks the variables against their types and gives them their final form: defaults filled in, single values
 * made lists. The errors name the place and never the value.
 */
export function coerceVariables(
  declared: readonly DeclaredVariable[],
  given: Readonly<Record<string, unknown>>,
): { readonly variables: Record<string, unknown>; readonly problems: readonly InputProblem[] } {
  const variables: Record<string, unknown> = {};
  const problems: InputProblem[] = [];
  for (const { name, type, hasDefault } of declared) {
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    if (value === undefined) {
      if (isNonNullType(type) && !hasDefault)
        problems.push({ variable: name, place: [], error: new HubError("BAD_INPUT", MISSING) });
      continue;
    }
    variables[name] = coerceInputValue(value, type, path => {
      const error = new HubError("BAD_INPUT", misfit(typeAt(type, path)));
      if (problems.length < MAX_PROBLEMS) problems.push({ variable: name, place: path, error });
    });
  }
  return { variables, problems };
}

function misfit(type: GraphQLInputType | undefined): string {
  const named = type === undefined ? undefined : getNamedType(type);
  if (!isEnumType(named)) return MISFIT;
  return `The value must be one of ${named
    .getValues()
    .map(value => value.name)
    .join(", ")}.`;
}

/** The type of what stands at a place within a value. */
function typeAt(
  type: GraphQLInputType,
  [step, ...rest]: readonly (string | number)[],
): GraphQLInputType | undefined {
  const nullable = getNullableType(type);
  if (step === undefined) return nullable;
  if (isListType(nullable)) return typeAt(nullable.ofType, typeof step === "number" ? rest : [step, ...rest]);
  if (!isInputObjectType(nullable)) return undefined;
  const field = nullable.getFields()[String(step)];
  return field === undefined ? undefined : typeAt(field.type, rest);
}
