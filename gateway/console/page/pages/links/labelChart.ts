import type { Core, EdgeSingular, NodeSingular, SingularElementArgument } from "cytoscape";
import type { ChartNode } from "./chart";
import { LABEL_PX, LABEL_WIDTH_PX, placeLabels } from "./placeLabels";

type Css = Readonly<Record<string, string | number>>;

/** Ties are labelled only where one has come near: between marks further away nobody could tell whose a label is. */
const NEAR_ZOOM = 1;
/** In a picture the whole chart is there, and letters are as large as they are beside marks seen from near. */
const PICTURE_ZOOM = 1;

/** Labels a chart for the zoom at which it is seen: letters keep their size on the screen, and none lie on others. */
export function labelChart(cy: Core): void {
  const zoom = cy.zoom();
  const placed = placeLabels(
    cy.nodes().map(node => ({
      node: node.data() as ChartNode,
      ...node.position(),
      radius: node.width() / 2,
    })),
    zoom,
  );
  cy.batch(() => {
    sizeLetters(cy, zoom);
    for (const node of cy.nodes()) {
      const side = placed.get(node.id());
      node.toggleClass("unlabelled", side === undefined);
      put(node, "side", { "text-valign": side ?? "bottom", "text-margin-y": side === "top" ? -3 : 3 });
    }
    cy.edges().toggleClass("near", zoom >= NEAR_ZOOM);
  });
}

/** Labels everything for as long as a picture is taken of it. */
export function withAllLabels<Picture>(cy: Core, take: () => Picture): Picture {
  cy.batch(() => {
    sizeLetters(cy, PICTURE_ZOOM);
    cy.nodes().removeClass("unlabelled");
    cy.edges().addClass("near");
  });
  const picture = take();
  labelChart(cy);
  return picture;
}

/** Whatever somebody points at is told in full, with its ties. */
export function tellPointed(cy: Core): void {
  cy.on("mouseover", "node", event => {
    const node = event.target as NodeSingular;
    node.addClass("told").connectedEdges().addClass("told");
  });
  cy.on("mouseover", "edge", event => {
    (event.target as EdgeSingular).addClass("told");
  });
  cy.on("mouseout", "node, edge", () => {
    cy.elements(".told").removeClass("told");
  });
}

function sizeLetters(cy: Core, zoom: number): void {
  const size = { "font-size": LABEL_PX / zoom };
  for (const node of cy.nodes())
    put(node, "size", { ...size, "text-max-width": `${LABEL_WIDTH_PX / zoom}px` });
  for (const edge of cy.edges()) put(edge, "size", size);
}

/** Styling is most of what a chart of hundreds costs: what looks so already is left alone. */
function put(element: SingularElementArgument, what: "side" | "size", look: Css): void {
  const now = JSON.stringify(look);
  if (element.scratch(what) === now) return;
  element.scratch(what, now);
  element.style(look);
}
