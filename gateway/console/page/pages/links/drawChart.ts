import type { Core, LayoutOptions } from "cytoscape";
import type { Chart, ChartEdge } from "./chart";
import { MIDDLE, placeAdded, type Position } from "./placeAdded";

/** The layout of more takes longer than anybody waits: they are placed like what is added later. */
const MOST_LAID_OUT = 200;

/** More would tear apart what belongs together. */
const MOST_STRETCHED = 3;

interface Drawing {
  readonly chart: Chart;
  /** The person asked for, from whom the layout starts. */
  readonly root: string;
  /** Where marks stood when they were last drawn; it is kept up here. */
  readonly left: Map<string, Position>;
  readonly describe: (edge: ChartEdge) => string;
}

/**
 * Brings a chart to its canvas. Only the first time are marks laid out and the view fitted: after that nothing that
 * stands is moved, what comes finds a free place, and what a filter had taken away comes back where it stood.
 */
export function drawChart(cy: Core, { chart: { nodes, edges }, root, left, describe }: Drawing): void {
  const isFirst = cy.nodes().empty() && left.size === 0;
  const wanted = new Set([...nodes, ...edges].map(({ id }) => id));
  for (const node of cy.nodes()) left.set(node.id(), { ...node.position() });
  cy.elements()
    .filter(element => !wanted.has(element.id()))
    .remove();
  const isLaidOut = isFirst && nodes.length <= MOST_LAID_OUT;
  if (isFirst) left.set(root, MIDDLE);
  const places = placeAdded({ nodes, edges }, left);
  const added = nodes.filter(({ id }) => cy.getElementById(id).empty());
  for (const node of nodes) cy.getElementById(node.id).data(node);
  cy.add(
    added.map(node => ({
      group: "nodes",
      data: { ...node },
      position: { ...(left.get(node.id) ?? places.get(node.id) ?? MIDDLE) },
    })),
  );
  for (const edge of edges) {
    const known = cy.getElementById(edge.id);
    const data = { ...edge, text: describe(edge) };
    if (known.empty()) cy.add({ group: "edges", data });
    else known.data(data);
  }
  if (!isFirst) return; // whoever looks has chosen what of it they see
  if (isLaidOut) layOut(cy, root);
  cy.fit(undefined, 24);
}

/** Spreads the first marks around the person asked for. */
function layOut(cy: Core, root: string): void {
  cy.layout({
    name: "fcose",
    quality: "proof",
    animate: false,
    fixedNodeConstraint: [{ nodeId: root, position: { ...MIDDLE } }],
    nodeSeparation: 110,
    idealEdgeLength: 80,
    nodeRepulsion: 9000,
    packComponents: false,
  } as unknown as LayoutOptions).run();
  stretch(cy);
}

/** The layout makes about a square; it is drawn out to the shape of the canvas, so that labels find room. */
function stretch(cy: Core): void {
  const { w, h } = cy.nodes().boundingBox({ includeLabels: false });
  const factor = Math.min(MOST_STRETCHED, Math.max(1, (cy.width() / cy.height()) * (h / w)));
  cy.nodes().positions(node => ({ x: node.position().x * factor, y: node.position().y }));
}
