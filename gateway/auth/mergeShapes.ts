import type { GraphQLOutputType } from "graphql";
import type { AnswerShape, Denial, ShapeEntry } from "./answerShape";

/** One key of an object, all that was selected under it taken together. */
export interface MergedKey {
  readonly key: string;
  readonly source: string;
  readonly type: GraphQLOutputType;
  readonly denial: Denial | null;
  readonly children: readonly AnswerShape[];
  /** The key of the same object that must not be null, or only what stands here itself is told. */
  readonly confirmedBy: string | null;
  /** Whether something below is to be restored. */
  readonly touched: boolean;
}

/** The keys of one object in order, or why the object as a whole is denied. */
export type ObjectKeys = { readonly merged: readonly MergedKey[] } | { readonly objectDenial: Denial };

/** Merged once: a shape lives as long as the document it was made for. */
const known = new WeakMap<AnswerShape, Map<string | null, ObjectKeys>>();

/** What several selections of one place ask of an object of this type. */
export function mergeShapes(shapes: readonly AnswerShape[], type: string | null): ObjectKeys {
  const [only, ...others] = shapes;
  if (only === undefined || others.length > 0) return merge(shapes, type);
  const byType = known.get(only) ?? new Map<string | null, ObjectKeys>();
  known.set(only, byType);
  const before = byType.get(type);
  if (before !== undefined) return before;
  const keys = merge(shapes, type);
  byType.set(type, keys);
  return keys;
}

function merge(shapes: readonly AnswerShape[], type: string | null): ObjectKeys {
  const byKey = new Map<string, ShapeEntry[]>();
  for (const entry of shapes.flatMap(shape => shape.entries)) {
    if (!applies(entry, type)) continue;
    if (entry.objectDenial !== null) return { objectDenial: entry.objectDenial };
    const entries = byKey.get(entry.key);
    if (entries === undefined) byKey.set(entry.key, [entry]);
    else entries.push(entry);
  }
  return { merged: [...byKey.values()].map(mergeEntries) };
}

/** All entries of one key for one type name the same field. */
function mergeEntries(entries: readonly ShapeEntry[]): MergedKey {
  const [first] = entries as readonly [ShapeEntry, ...ShapeEntry[]];
  const children = entries.flatMap(entry => entry.child ?? []);
  return {
    key: first.key,
    source: first.source,
    type: first.type,
    denial: entries.find(entry => entry.denial !== null)?.denial ?? null,
    children,
    confirmedBy: first.confirmedBy,
    touched: children.some(child => child.touched),
  };
}

function applies({ types }: ShapeEntry, type: string | null): boolean {
  return types === null || (type !== null && types.has(type));
}
