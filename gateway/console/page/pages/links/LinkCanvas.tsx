import cytoscape, { type Core, type LayoutOptions } from "cytoscape";
import fcose from "cytoscape-fcose";
import { useContext, useEffect, useRef, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { AppearanceContext } from "../../frame/appearance";
import type { Chart, ChartEdge } from "./chart";
import { chartStyle } from "./chartStyle";
import { MIDDLE, placeAdded } from "./placeAdded";

cytoscape.use(fcose);

interface LinkCanvasProps {
  readonly chart: Chart;
  readonly root: string;
  readonly onOpen: (nodeId: string) => void;
  readonly onSelect: (nodeIds: string[]) => void;
  /** Given the canvas once it stands, for fitting, pinning and pictures. */
  readonly onReady: (core: Core) => void;
}

/** Draws a chart. What stands keeps its place when more comes; what has gone makes room. */
export function LinkCanvas({ chart, root, onOpen, onSelect, onReady }: LinkCanvasProps): ReactNode {
  const { t, i18n } = useTranslation();
  const { appearance } = useContext(AppearanceContext);
  const place = useRef<HTMLDivElement>(null);
  const core = useRef<Core | null>(null);
  useEffect(() => {
    const cy = cytoscape({ container: place.current, minZoom: 0.15, maxZoom: 3, boxSelectionEnabled: true });
    core.current = cy;
    cy.on("dbltap", "node", event => onOpen((event.target as { id: () => string }).id()));
    cy.on("select unselect", "node", () => onSelect(cy.nodes(":selected").map(node => node.id())));
    onReady(cy);
    return () => cy.destroy();
    // Once: what it shows is brought to it below.
  }, []);
  useEffect(() => {
    core.current?.style(chartStyle());
  }, [appearance]);
  useEffect(() => {
    if (core.current !== null) draw(core.current, chart, root, edge => describe(edge));
    function describe({ tie, label, on }: ChartEdge): string {
      const name = tie === "HOLDS" || tie === "MORE" ? "" : t(`links.tie.${tie}`);
      return [name, label, on ?? ""].filter(part => part !== "").join(" ");
    }
  }, [chart, i18n.language]);
  return (
    <div
      ref={place}
      className="link-canvas"
      role="img"
      aria-label={t("links.canvas", { count: chart.nodes.length })}
    />
  );
}

function draw(cy: Core, { nodes, edges }: Chart, root: string, describe: (edge: ChartEdge) => string): void {
  const wanted = new Set([...nodes, ...edges].map(({ id }) => id));
  cy.elements()
    .filter(element => !wanted.has(element.id()))
    .remove();
  const standing = new Map(cy.nodes().map(node => [node.id(), { ...node.position() }]));
  const added = nodes.filter(({ id }) => !standing.has(id));
  const places = placeAdded({ nodes, edges }, standing);
  for (const node of nodes) cy.getElementById(node.id).data(node);
  cy.add(
    added.map(node => ({
      group: "nodes",
      data: { ...node },
      position: { ...(places.get(node.id) ?? MIDDLE) },
    })),
  );
  for (const edge of edges) {
    const known = cy.getElementById(edge.id);
    const data = { ...edge, text: describe(edge) };
    if (known.empty()) cy.add({ group: "edges", data });
    else known.data(data);
  }
  if (added.length === 0) return;
  if (standing.size === 0) layOut(cy, root);
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

/** The layout makes a square; a screen is wider than it is high. */
function stretch(cy: Core): void {
  const factor = Math.max(1, cy.width() / cy.height() / 1.3);
  cy.nodes().positions(node => ({ x: node.position().x * factor, y: node.position().y }));
}
