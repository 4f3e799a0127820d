import { GraphQLError, Kind, type DocumentNode, type SelectionNode, type ValueNode } from "graphql";
import type { HubError } from "../../schema/contract/errors";
import { responseName } from "../responseName";

/** What is wrong with a value, and where it stands within a variable. */
export interface InputProblem {
  readonly variable: string;
  readonly place: readonly (string | number)[];
  readonly error: HubError;
}

type Steps = readonly (string | number)[];
interface Use {
  readonly path: Steps;
  readonly argument: Steps;
}

/**
 * The problem as an error that a client can follow: `path` leads to the field in the answer, `extensions.input`
 * from the field's argument to the value. A hoisted literal has no name of its own that the client would know.
 */
export function locateProblem(
  document: DocumentNode,
  { variable, place, error }: InputProblem,
): GraphQLError {
  const operation = document.definitions.find(one => one.kind === Kind.OPERATION_DEFINITION);
  const use = findUse(document, operation?.selectionSet.selections ?? [], variable, []);
  const input = use === null ? [variable, ...place] : [...use.argument, ...place];
  return new GraphQLError(error.message, {
    path: use?.path,
    extensions: { code: error.code, input },
    originalError: error,
  });
}

function findUse(
  document: DocumentNode,
  selections: readonly SelectionNode[],
  variable: string,
  path: Steps,
): Use | null {
  for (const selection of selections) {
    const found = findInSelection(document, selection, variable, path);
    if (found !== null) return found;
  }
  return null;
}

function findInSelection(
  document: DocumentNode,
  selection: SelectionNode,
  variable: string,
  path: Steps,
): Use | null {
  if (selection.kind === Kind.FRAGMENT_SPREAD) {
    const fragment = document.definitions
      .filter(one => one.kind === Kind.FRAGMENT_DEFINITION)
      .find(one => one.name.value === selection.name.value);
    return findUse(document, fragment?.selectionSet.selections ?? [], variable, path);
  }
  if (selection.kind === Kind.INLINE_FRAGMENT)
    return findUse(document, selection.selectionSet.selections, variable, path);
  const here = [...path, responseName(selection)];
  for (const { name, value } of selection.arguments ?? []) {
    const argument = findInValue(value, variable, [name.value]);
    if (argument !== null) return { path: here, argument };
  }
  return findUse(document, selection.selectionSet?.selections ?? [], variable, here);
}

function findInValue(value: ValueNode, variable: string, steps: Steps): Steps | null {
  if (value.kind === Kind.VARIABLE) return value.name.value === variable ? steps : null;
  const inner: readonly (readonly [string | number, ValueNode])[] =
    value.kind === Kind.LIST
      ? value.values.map((item, index) => [index, item] as const)
      : value.kind === Kind.OBJECT
        ? value.fields.map(field => [field.name.value, field.value] as const)
        : [];
  for (const [step, one] of inner) {
    const found = findInValue(one, variable, [...steps, step]);
    if (found !== null) return found;
  }
  return null;
}
