import {
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  visit,
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import { isIncluded } from "../isIncluded";
import { createVariableReader } from "./argumentReader";
import { declareUsed, findFragments, findOperation } from "./authorizedDocument";
import type { Operation } from "./authorizedOperation";
import type { Variables } from "./policies/policy";
import { setOf } from "./selectionNodes";

/** What of an operation its variables leave, the same object for the same values of its conditions. */
export type SettleConditions = (operation: Operation) => Operation;

/** One operation of a document, and what has been made of it. */
interface Conditional {
  /** Variables that decide about selections. */
  readonly deciding: readonly string[];
  readonly readVariables: (given: Variables) => Variables;
  readonly settled: Map<string, DocumentNode>;
}

/** Documents kept for one operation: five conditions of a client's own have thirty-two. */
const SETTLED_PER_OPERATION = 64;

/**
 * Decides `@skip` and `@include` by the variables before anything is planned. The planner of Apollo lets a fetch go,
 * without a word, when a condition that does not hold stood on something which that fetch needs for another field
 * too; where no condition is left to it nothing can be lost that way. A selection set that is left without
 * selections stays, empty: the object is asked for, whatever is asked of it.
 */
export function createSettleConditions(): SettleConditions {
  const known = new WeakMap<DocumentNode, Map<string, Conditional>>();
  return operation => {
    const { document, operationName } = operation;
    const ofDocument = known.get(document) ?? new Map<string, Conditional>();
    known.set(document, ofDocument);
    const name = operationName ?? "";
    const conditional = ofDocument.get(name) ?? describe(document, operationName);
    ofDocument.set(name, conditional);
    return { ...operation, document: settledFor(conditional, operation) };
  };
}

function describe(document: DocumentNode, operationName: string | null): Conditional {
  const deciding = new Set<string>();
  visit(document, {
    Directive(node) {
      const value = isCondition(node) ? node.arguments?.[0]?.value : undefined; // `if`, their only argument
      if (value?.kind === Kind.VARIABLE) deciding.add(value.name.value);
    },
  });
  return {
    deciding: [...deciding],
    readVariables: createVariableReader(findOperation(document, operationName)),
    settled: new Map(),
  };
}

function settledFor(
  { deciding, readVariables, settled }: Conditional,
  { document, operationName, variables }: Operation,
): DocumentNode {
  const given = readVariables(variables);
  const values = Object.fromEntries(deciding.map(name => [name, given[name] === true]));
  const key = deciding.filter(name => values[name]).join(" ");
  const before = settled.get(key);
  if (before !== undefined) return before;
  if (settled.size >= SETTLED_PER_OPERATION) settled.clear();
  const made = new Settling(findFragments(document), values).settle(document, operationName);
  settled.set(key, made);
  return made;
}

class Settling {
  private readonly written = new Map<string, FragmentDefinitionNode>();
  private isChanged = false;

  constructor(
    private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>,
    private readonly values: Readonly<Record<string, boolean>>,
  ) {}

  settle(document: DocumentNode, operationName: string | null): DocumentNode {
    const operation = findOperation(document, operationName);
    const definition = { ...operation, selectionSet: this.settleSet(operation.selectionSet) };
    if (!this.isChanged) return document;
    const fragments = [...this.written.values()].filter(one => one.selectionSet.selections.length > 0);
    return { kind: Kind.DOCUMENT, definitions: [declareUsed(definition, fragments), ...fragments] };
  }

  private settleSet(set: SelectionSetNode): SelectionSetNode {
    return setOf(set.selections.flatMap(selection => this.settleSelection(selection)));
  }

  private settleSelection(selection: SelectionNode): SelectionNode[] {
    const conditions = (selection.directives ?? []).filter(isCondition);
    if (conditions.length > 0) this.isChanged = true;
    if (!isIncluded(selection, this.values)) return [];
    const directives = selection.directives?.filter(one => !isCondition(one));
    if (selection.kind === Kind.FRAGMENT_SPREAD)
      return this.isEmpty(this.fragment(selection)) ? [] : [{ ...selection, directives }];
    if (selection.kind === Kind.FIELD) {
      const selectionSet = selection.selectionSet && this.settleSet(selection.selectionSet);
      return [{ ...selection, directives, selectionSet }];
    }
    const settled = { ...selection, directives, selectionSet: this.settleSet(selection.selectionSet) };
    return this.isEmpty(settled) ? [] : [settled];
  }

  /** Each fragment once, however often it is spread. */
  private fragment({ name }: FragmentSpreadNode): FragmentDefinitionNode {
    const known = this.written.get(name.value);
    if (known !== undefined) return known;
    const fragment = this.fragments.get(name.value);
    if (fragment === undefined)
      throw new Error(`there is no fragment ${name.value}: the operation was not validated`);
    const settled = { ...fragment, selectionSet: this.settleSet(fragment.selectionSet) };
    this.written.set(name.value, settled);
    return settled;
  }

  private isEmpty({ selectionSet }: { readonly selectionSet: SelectionSetNode }): boolean {
    return selectionSet.selections.length === 0;
  }
}

function isCondition({ name }: DirectiveNode): boolean {
  return name.value === GraphQLSkipDirective.name || name.value === GraphQLIncludeDirective.name;
}
