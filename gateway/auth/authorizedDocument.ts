import {
  Kind,
  print,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
} from "graphql";
import { createHash } from "node:crypto";
import type { RewrittenOperation } from "./rewriteOperation";
import { setOf } from "./selectionNodes";
import { responseName } from "../responseName";

/** The document as it came where nothing is denied; else the one operation, its fragments written out. */
export function toDocument(
  { selections, shape }: RewrittenOperation,
  definition: OperationDefinitionNode,
  document: DocumentNode,
): DocumentNode | null {
  if (selections.length === 0) return null;
  if (!shape.touched) return document;
  return {
    kind: Kind.DOCUMENT,
    definitions: [declareUsed({ ...definition, selectionSet: setOf(selections) }, [])],
  };
}

/** What is asked about the schema, as an operation of its own. */
export function toIntrospection(
  { introspection }: RewrittenOperation,
  definition: OperationDefinitionNode,
  document: DocumentNode,
): DocumentNode | null {
  if (introspection.length === 0) return null;
  const asked = { ...definition, selectionSet: setOf(introspection) };
  const fragments = fragmentsIn(asked, findFragments(document));
  // Variables of the rest may be of types that this caller knows nothing of.
  return { kind: Kind.DOCUMENT, definitions: [declareUsed(asked, fragments), ...fragments] };
}

function fragmentsIn(
  operation: OperationDefinitionNode,
  all: ReadonlyMap<string, FragmentDefinitionNode>,
): FragmentDefinitionNode[] {
  const found = new Set<FragmentDefinitionNode>();
  const collect = (node: OperationDefinitionNode | FragmentDefinitionNode): void => {
    visit(node, {
      FragmentSpread({ name }) {
        const fragment = all.get(name.value);
        if (fragment === undefined || found.has(fragment)) return;
        found.add(fragment);
        collect(fragment);
      },
    });
  };
  collect(operation);
  return [...found];
}

/** The operation with the definitions of those variables that it and its fragments use. */
export function declareUsed(
  operation: OperationDefinitionNode,
  fragments: readonly FragmentDefinitionNode[],
): OperationDefinitionNode {
  const used = new Set<string>();
  for (const node of [{ ...operation, variableDefinitions: [] }, ...fragments])
    visit(node, { Variable: variable => void used.add(variable.name.value) });
  const variableDefinitions = operation.variableDefinitions?.filter(one => used.has(one.variable.name.value));
  return { ...operation, variableDefinitions };
}

/** A response key for `__typename`, such that none of the caller's begins with it. */
export function unusedKey(document: DocumentNode): string {
  const used: string[] = [];
  visit(document, { Field: node => void used.push(responseName(node)) });
  let key = "typeOfObject";
  while (used.some(one => one.startsWith(key))) key += "_";
  return key;
}

/** The operation that is to be executed. */
export function findOperation(document: DocumentNode, name: string | null): OperationDefinitionNode {
  const operations = document.definitions.filter(one => one.kind === Kind.OPERATION_DEFINITION);
  const found = name === null ? operations[0] : operations.find(one => one.name?.value === name);
  if (found === undefined) throw new Error("the document has no such operation: it was not validated");
  return found;
}

function isFragment(definition: DocumentNode["definitions"][number]): definition is FragmentDefinitionNode {
  return definition.kind === Kind.FRAGMENT_DEFINITION;
}

/** The fragments of a document by name. */
export function findFragments(document: DocumentNode): Map<string, FragmentDefinitionNode> {
  return new Map(document.definitions.filter(isFragment).map(one => [one.name.value, one]));
}

/** Equal for equal documents, whoever may see them: callers denied the same share a plan. */
export function toKey(document: DocumentNode | null): string {
  return document === null ? "" : createHash("sha256").update(print(document)).digest("hex");
}
