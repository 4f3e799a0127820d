/** What a mark stands for; each has an icon of its own. */
export type NodeKind = "person" | "unit" | "line" | "account" | "device" | "outlet" | "agent" | "more";

/** One identity is one mark, whatever led to it. */
export interface ChartNode {
  readonly id: string;
  readonly kind: NodeKind;
  readonly label: string;
  /** Whether something is in force against it, or was. */
  readonly ring: "red" | "grey" | null;
  /** Steps from the person asked about. */
  readonly hop: number;
  /** The subject to be asked for when it is opened; of a group, the people in it. */
  readonly subjects: readonly string[];
}

/** How a tie is drawn: proved, likely, reserved on another's phone, or money. */
export type EdgeStyle = "confirmed" | "tentative" | "anothers" | "money";

/** A tie between two marks, dated where it is known. */
export interface ChartEdge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly tie: string;
  readonly label: string;
  readonly on: string | null;
  readonly style: EdgeStyle;
  /** In yuan, of money. */
  readonly amount: number | null;
}

/** All marks and ties on the chart. */
export interface Chart {
  readonly nodes: readonly ChartNode[];
  readonly edges: readonly ChartEdge[];
}

/** Adds to a chart what it does not have; a mark that is opened tells more than it did before. */
export function mergeCharts(chart: Chart, added: Chart): Chart {
  const nodes = new Map(chart.nodes.map(node => [node.id, node]));
  for (const node of added.nodes) {
    const known = nodes.get(node.id);
    nodes.set(
      node.id,
      known === undefined
        ? node
        : { ...known, ring: node.ring ?? known.ring, hop: Math.min(known.hop, node.hop) },
    );
  }
  const edges = new Map([...chart.edges, ...added.edges].map(edge => [edge.id, edge]));
  return { nodes: [...nodes.values()], edges: [...edges.values()] };
}
