import { getNamedType, Kind, print, type DocumentNode, type FieldNode, type GraphQLSchema } from "graphql";
import type { SubgraphKeys } from "./askForIdentity";
import type { QueryPlan } from "../queryPlan";
import { planFetches, type FetchNode } from "./plan/planFetches";
import { plainFields } from "./plainFields";
import { responseName } from "../responseName";

/** A fetch as it is sent. */
export interface SharedFetch {
  readonly document: DocumentNode;
  readonly source: string;
}

/** Answers how a fetch of a plan is sent; the same object for the same fetch. */
export type ShareKeys = (plan: QueryPlan, subgraph: string, fetch: SharedFetch) => SharedFetch;

/**
 * The planner asks one subgraph alone for what several know. For the key of an entity this costs the entity: were
 * that subgraph silent, a non-null key would take with it what all the others answered. So every subgraph that is
 * asked for a root entity is asked for those of its key fields that any of them is asked for.
 */
export function createShareKeys(schema: GraphQLSchema, keys: Pick<SubgraphKeys, "keyOf">): ShareKeys {
  const known = new WeakMap<DocumentNode, SharedFetch>();
  return (plan, subgraph, fetch) => {
    const before = known.get(fetch.document);
    if (before !== undefined) return before;
    const shared = addKeys(fetch, missingKeys(schema, keys, plan, subgraph, fetch.document));
    known.set(fetch.document, shared);
    return shared;
  };
}

/** By the response name of a root field, what its fetch lacks. */
type Additions = ReadonlyMap<string, readonly FieldNode[]>;

function missingKeys(
  schema: GraphQLSchema,
  keys: Pick<SubgraphKeys, "keyOf">,
  plan: QueryPlan,
  subgraph: string,
  document: DocumentNode,
): Additions {
  const additions = new Map<string, FieldNode[]>();
  const others = planFetches(plan)
    .filter(({ requires }) => requires === undefined)
    .flatMap(rootFieldsOf);
  for (const own of rootFields(document)) {
    const field = schema.getQueryType()?.getFields()[own.name.value];
    if (field === undefined) continue;
    const key = keys.keyOf(subgraph, getNamedType(field.type).name);
    const here = new Set(plainFields(own).map(responseName));
    const elsewhere = others.filter(other => responseName(other) === responseName(own)).flatMap(plainFields);
    const missing = elsewhere.filter(one => key.includes(one.name.value) && !here.has(responseName(one)));
    const distinct = new Map(missing.map(one => [responseName(one), one]));
    if (distinct.size > 0) additions.set(responseName(own), [...distinct.values()]);
  }
  return additions;
}

// Only the text of a fetch is remembered: whoever passes a whole request must not get another's values back.
function addKeys({ document: asked, source }: SharedFetch, additions: Additions): SharedFetch {
  if (additions.size === 0) return { document: asked, source };
  const definitions = asked.definitions.map(definition => {
    if (definition.kind !== Kind.OPERATION_DEFINITION) return definition;
    const selections = definition.selectionSet.selections.map(selection =>
      selection.kind === Kind.FIELD
        ? withSelections(selection, additions.get(responseName(selection)) ?? [])
        : selection,
    );
    return { ...definition, selectionSet: { ...definition.selectionSet, selections } };
  });
  const document = { ...asked, definitions };
  return { document, source: print(document) };
}

function withSelections(field: FieldNode, added: readonly FieldNode[]): FieldNode {
  const selections = [...(field.selectionSet?.selections ?? []), ...added];
  return added.length === 0 ? field : { ...field, selectionSet: { kind: Kind.SELECTION_SET, selections } };
}

function rootFieldsOf({ operationDocumentNode }: FetchNode): FieldNode[] {
  return operationDocumentNode === undefined ? [] : rootFields(operationDocumentNode);
}

function rootFields(document: DocumentNode): FieldNode[] {
  const operation = document.definitions.find(one => one.kind === Kind.OPERATION_DEFINITION);
  return (operation?.selectionSet.selections ?? []).filter(one => one.kind === Kind.FIELD);
}
