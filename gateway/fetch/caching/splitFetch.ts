import {
  Kind,
  print,
  visit,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
} from "graphql";
import type { SubgraphRequest } from "../subgraphTransport";
import type { CacheRules, TokenInput } from "./cacheRules";
import { findRoad, type Road } from "./findRoad";
import { inlineFragments } from "./inlineFragments";
import { reusableSeconds } from "./reusableSeconds";
import { responseName } from "../../responseName";

/** A fetch as it is sent. */
export type FetchDocument = Pick<SubgraphRequest, "document" | "source">;

/** A fetch in two parts: what may be reused of it, and what is asked for each time. */
export interface SplitFetch {
  readonly road: Road;
  readonly lifetimeMs: number;
  /** The reusable part alone. */
  readonly reusable: FetchDocument;
  /** Its response names. */
  readonly names: readonly string[];
  /** Its fields, as `Type.field`. */
  readonly fields: readonly string[];
  /** The rest; null where there is none. */
  readonly live: FetchDocument | null;
  /** The reusable part as text, with the values of the variables in it: the same for the same question. */
  describe(variables: Readonly<Record<string, unknown>>): string;
}

interface SplitParts {
  readonly schema: GraphQLSchema;
  readonly rules: CacheRules;
  readonly tokenInput: TokenInput | null;
}

const MS = 1_000;

/** Splits a fetch; null where nothing of it may be reused. */
export function splitFetch(
  { schema, rules, tokenInput }: SplitParts,
  subgraph: string,
  document: DocumentNode,
): SplitFetch | null {
  const operation = inlineFragments(document);
  const road = findRoad({ schema, rules, subgraph, tokenInput }, operation);
  const byName = road === null ? null : groupByName(road.typeName, road.selections);
  if (road === null || byName === null) return null;
  const { typeName, keyField } = road;
  const reused: FieldNode[] = [];
  const live: FieldNode[] = [];
  const fields = new Set<string>();
  let seconds = Infinity;
  for (const group of byName.values()) {
    const isIdentity = group.every(({ name }) => name.value === keyField || name.value === "__typename");
    const least = isIdentity ? Infinity : secondsOf(group, { schema, rules, subgraph }, typeName);
    (least === null ? live : reused).push(...group);
    if (least === null || isIdentity) continue;
    seconds = Math.min(seconds, least);
    fields.add(`${typeName}.${group[0]?.name.value ?? ""}`);
  }
  if (fields.size === 0) return null;
  return {
    road,
    lifetimeMs: seconds * MS,
    reusable: withSelections(operation, road, reused),
    names: [...new Set(reused.map(responseName))],
    fields: [...fields],
    live: live.length === 0 ? null : withSelections(operation, road, live),
    describe: describer(operation, reused),
  };
}

function secondsOf(
  group: readonly FieldNode[],
  place: Parameters<typeof reusableSeconds>[0],
  typeName: string,
): number | null {
  let least = Infinity;
  for (const field of group) {
    // With a condition on it the field may be missing from an answer.
    if ((field.directives ?? []).length > 0) return null;
    const seconds = reusableSeconds(place, typeName, field);
    if (seconds === null) return null;
    least = Math.min(least, seconds);
  }
  return least;
}

/** Fields that share a name in the answer are one; null where a fragment may or may not apply. */
function groupByName(
  typeName: string,
  selections: readonly SelectionNode[],
): Map<string, FieldNode[]> | null {
  const groups = new Map<string, FieldNode[]>();
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      const name = responseName(selection);
      groups.set(name, [...(groups.get(name) ?? []), selection]);
      continue;
    }
    const isPlain =
      selection.kind === Kind.INLINE_FRAGMENT &&
      (selection.directives ?? []).length === 0 &&
      (selection.typeCondition?.name.value ?? typeName) === typeName;
    const inside = isPlain ? groupByName(typeName, selection.selectionSet.selections) : null;
    if (inside === null) return null;
    for (const [name, fields] of inside) groups.set(name, [...(groups.get(name) ?? []), ...fields]);
  }
  return groups;
}

function withSelections(
  operation: OperationDefinitionNode,
  { field, isList, typeName }: Road,
  selections: readonly FieldNode[],
): FetchDocument {
  const inner: readonly SelectionNode[] = isList
    ? [
        {
          kind: Kind.INLINE_FRAGMENT,
          typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: typeName } },
          selectionSet: { kind: Kind.SELECTION_SET, selections },
        },
      ]
    : selections;
  const root: FieldNode = { ...field, selectionSet: { kind: Kind.SELECTION_SET, selections: inner } };
  const used = variablesIn(root);
  const document: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [
      {
        ...operation,
        variableDefinitions: (operation.variableDefinitions ?? []).filter(({ variable }) =>
          used.includes(variable.name.value),
        ),
        selectionSet: { kind: Kind.SELECTION_SET, selections: [root] },
      },
    ],
  };
  return { document, source: print(document) };
}

/** Variables under numbers: clients call them as they like. Their declarations count, which may hold defaults. */
function describer(
  { variableDefinitions }: OperationDefinitionNode,
  selections: readonly FieldNode[],
): SplitFetch["describe"] {
  const names = [...new Set(selections.flatMap(variablesIn))];
  const declared = names.map(name => {
    const found = variableDefinitions?.find(({ variable }) => variable.name.value === name);
    return found === undefined ? [] : [print(found.type), found.defaultValue && print(found.defaultValue)];
  });
  // No text of a value stands in a fetch, so a dollar sign begins a variable.
  const text = selections.map(node =>
    print(node).replace(/\$(\w+)/g, (_match, name: string) => `$${names.indexOf(name)}`),
  );
  return variables =>
    JSON.stringify([
      text,
      declared,
      names.map(name => (Object.hasOwn(variables, name) ? [variables[name]] : [])),
    ]);
}

function variablesIn(node: FieldNode): string[] {
  const names: string[] = [];
  visit(node, { Variable: ({ name }) => void names.push(name.value) });
  return names;
}
