import type { StylesheetJson } from "cytoscape";
import type { NodeKind } from "./chart";
import { ICON_PATHS, iconImage } from "./chartIcons";

/** Thickness of a money arrow: by the logarithm, so that ten yuan and a million both can be seen. */
function widthOf(amount: number): number {
  return 1 + Math.log10(Math.max(1, amount));
}

/** The look of marks and ties, in the page's own colours, light or dark. */
export function chartStyle(): StylesheetJson {
  const colour = (name: string): string =>
    getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
  const [ink, paper, quiet, accent] = [colour("ink"), colour("paper"), colour("quiet"), colour("accent")];
  const [red, ended, amber] = [colour("red"), colour("ended"), colour("amber")];
  return [
    {
      selector: "node",
      style: {
        shape: "round-rectangle",
        width: 26,
        height: 26,
        "background-color": paper,
        "background-fit": "none",
        "background-width": "16px",
        "background-height": "16px",
        "border-width": 1,
        "border-color": quiet,
        label: "data(label)",
        color: ink,
        "text-wrap": "ellipsis",
        "text-valign": "bottom",
        "text-margin-y": 3,
        "text-background-color": paper,
        "text-background-opacity": 0.8,
      },
    },
    ...(Object.keys(ICON_PATHS) as NodeKind[]).map(kind => ({
      selector: `node[kind = "${kind}"]`,
      style: {
        "background-image": iconImage(
          kind,
          kind === "silent" ? amber : kind === "person" || kind === "unit" ? accent : quiet,
        ),
      },
    })),
    {
      selector: 'node[kind = "person"]',
      style: { shape: "ellipse", width: 36, height: 36 },
    },
    {
      selector: 'node[kind = "unit"]',
      style: { shape: "rectangle", width: 36, height: 36 },
    },
    {
      selector: 'node[kind = "silent"]',
      style: { "border-style": "dashed", "border-color": amber, color: amber },
    },
    { selector: 'node[ring = "red"]', style: { "border-width": 3, "border-color": red } },
    { selector: 'node[ring = "grey"]', style: { "border-width": 3, "border-color": ended } },
    { selector: "node.pinned", style: { "border-style": "double", "border-width": 4 } },
    {
      selector: "node:selected",
      style: { "overlay-color": accent, "overlay-opacity": 0.2, "overlay-padding": 4 },
    },
    // Of labels that would lie on each other one is shown, and the others where somebody points: see placeLabels.
    { selector: "node.unlabelled", style: { "text-opacity": 0, "text-background-opacity": 0 } },
    {
      selector: "node.told, node:selected",
      style: {
        "text-opacity": 1,
        "text-background-opacity": 1,
        "text-wrap": "none",
        "z-index": 10,
      },
    },
    {
      selector: "edge",
      style: {
        width: 1.2,
        "line-color": quiet,
        "curve-style": "bezier",
        color: quiet,
        "text-rotation": "autorotate",
        "text-background-color": paper,
        "text-background-opacity": 0.8,
      },
    },
    // No label at all otherwise: one that is merely not seen is measured and laid along its line all the same.
    { selector: "edge.near, edge.told, edge:selected", style: { label: "data(text)" } },
    {
      selector: 'edge[style = "silent"]',
      style: { "line-style": "dotted", "line-color": amber, color: amber },
    },
    { selector: 'edge[style = "tentative"]', style: { "line-style": "dashed" } },
    {
      selector: 'edge[style = "anothers"]',
      style: { "line-style": "dashed", width: 3, "line-color": accent, color: accent },
    },
    {
      selector: 'edge[style = "money"]',
      style: {
        width: (edge: { data: (name: string) => number }) => widthOf(edge.data("amount")),
        "line-color": ink,
        "target-arrow-color": ink,
        "target-arrow-shape": "triangle",
      },
    },
  ] as StylesheetJson;
}
