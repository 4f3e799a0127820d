import type { Chart, ChartEdge, ChartNode } from "./chart";

/** What whoever reads a chart has chosen to see of it. */
export interface ChosenFilter {
  /** Ties that are left out. */
  readonly without: readonly string[];
  /** First and last day; ties without a day always stay. */
  readonly from: string | null;
  readonly to: string | null;
  readonly hops: number;
  readonly grouped: boolean;
}

/** The same, with what the steps taken on the chart have hidden and opened. */
export interface ChartFilter extends ChosenFilter {
  readonly hidden: readonly string[];
  /** Groups that were opened, each as often as it was. */
  readonly opened: readonly string[];
}

/** Above it a chart is a cloud: it groups by itself, and says so. */
export const MOST_NODES = 500;
/** So many marks come out of a group, or onto the chart, at one opening; the rest stand behind one mark. */
export const OPENED_AT_ONCE = 25;
/** Fewer leaves of one mark are read faster than a number. */
const LEAVES_TO_GROUP = 4;

/** What is drawn of a chart. */
export interface ChartView extends Chart {
  /** Whether leaves are together because there are too many, and nobody has asked for it. */
  readonly isGroupedByItself: boolean;
}

/** The part of a chart that its filter lets through; marks that nothing ties any more go too. */
export function viewChart(chart: Chart, filter: ChartFilter, root: string): ChartView {
  const seen = filtered(chart, filter, root);
  const isCloud = seen.nodes.length > MOST_NODES;
  if (!filter.grouped && !isCloud) return { ...seen, isGroupedByItself: false };
  const grouped = groupLeaves(seen, root, filter.opened);
  const isGroupedByItself = !filter.grouped && grouped.nodes.length < seen.nodes.length;
  return { ...grouped, isGroupedByItself };
}

function filtered(chart: Chart, { without, from, to, hops, hidden }: ChartFilter, root: string): Chart {
  const present = new Set(
    chart.nodes.filter(({ id, hop }) => hop <= hops && !hidden.includes(id)).map(({ id }) => id),
  );
  const isInTime = ({ on }: ChartEdge): boolean =>
    on === null || ((from === null || on >= from) && (to === null || on <= to));
  const edges = chart.edges.filter(
    edge =>
      present.has(edge.source) && present.has(edge.target) && !without.includes(edge.tie) && isInTime(edge),
  );
  const reached = reach(root, edges);
  return {
    nodes: chart.nodes.filter(({ id }) => present.has(id) && reached.has(id)),
    edges: edges.filter(({ source }) => reached.has(source)),
  };
}

function reach(root: string, edges: readonly ChartEdge[]): ReadonlySet<string> {
  const neighbours = new Map<string, string[]>();
  for (const { source, target } of edges) {
    neighbours.set(source, [...(neighbours.get(source) ?? []), target]);
    neighbours.set(target, [...(neighbours.get(target) ?? []), source]);
  }
  const reached = new Set([root]);
  for (const id of reached) for (const next of neighbours.get(id) ?? []) reached.add(next);
  return reached;
}

/** Leaves of one kind on one mark become one mark with their number. */
function groupLeaves(chart: Chart, root: string, opened: readonly string[]): Chart {
  const degree = new Map<string, number>();
  for (const { source, target } of chart.edges)
    for (const id of [source, target]) degree.set(id, (degree.get(id) ?? 0) + 1);
  const byId = new Map(chart.nodes.map(node => [node.id, node]));
  const groups = new Map<string, ChartNode[]>();
  for (const { source, target } of chart.edges) {
    const leaf = byId.get(target);
    if (leaf === undefined || leaf.id === root || STAND_ALONE.includes(leaf.kind)) continue;
    if (degree.get(target) !== 1) continue;
    const key = `group:${leaf.kind}:${source}`;
    groups.set(key, [...(groups.get(key) ?? []), leaf]);
  }
  const large = [...groups]
    .map(([key, leaves]): [string, ChartNode[]] => [key, leaves.slice(shownOf(key, opened))])
    .filter(([, leaves]) => leaves.length >= LEAVES_TO_GROUP);
  const gone = new Map(large.flatMap(([key, leaves]) => leaves.map(({ id }) => [id, key] as const)));
  const marks = large.map(([id, leaves]) => groupMark(id, leaves));
  const edges = chart.edges.map(edge => {
    const group = gone.get(edge.target);
    return group === undefined ? edge : { ...edge, id: `${edge.source} ${edge.tie} ${group}`, target: group };
  });
  return {
    nodes: [...chart.nodes.filter(({ id }) => !gone.has(id)), ...marks],
    edges: [...new Map(edges.map(edge => [edge.id, edge])).values()],
  };
}

/** What must not be taken for one of many. */
const STAND_ALONE: readonly ChartNode["kind"][] = ["more", "silent"];

function shownOf(group: string, opened: readonly string[]): number {
  return opened.filter(id => id === group).length * OPENED_AT_ONCE;
}

function groupMark(id: string, leaves: readonly ChartNode[]): ChartNode {
  const ring = leaves.some(leaf => leaf.ring === "red") ? "red" : null;
  const kind = leaves[0]?.kind ?? "more";
  return { id, kind, label: `× ${leaves.length}`, ring, hop: leaves[0]?.hop ?? 0, subjects: [] };
}
