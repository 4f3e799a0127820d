/** What a mark stands for; each has an icon of its own. */
export type NodeKind =
  "person" | "unit" | "line" | "account" | "device" | "outlet" | "agent" | "more" | "silent";

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
  /** Of what has not all come at once: where its lists go on. */
  readonly after?: { readonly accounts: string | null; readonly lines: string | null };
  /** Who has not answered about somebody, or has not of late. */
  readonly silence?: Silence;
}

/** Who is silent: registers as a whole, institutions, and institutions whose answer is out of date; by name. */
export interface Silence {
  readonly registers: readonly ("telecom" | "banking" | "police")[];
  readonly notAnswered: readonly string[];
  readonly stale: readonly string[];
}

/** How a tie is drawn: proved, likely, reserved on another's phone, money, or to somebody's silence. */
export type EdgeStyle = "confirmed" | "tentative" | "anothers" | "money" | "silent";

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

/** A chart without some of its marks, and without what tied them. */
export function withoutMarks({ nodes, edges }: Chart, ids: readonly string[]): Chart {
  return {
    nodes: nodes.filter(({ id }) => !ids.includes(id)),
    edges: edges.filter(({ source, target }) => !ids.includes(source) && !ids.includes(target)),
  };
}
