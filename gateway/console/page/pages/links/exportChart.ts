import { csvText } from "../../parts/csvText";
import type { Chart, ChartEdge, ChartNode, EdgeStyle } from "./chart";

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Where each mark stands on the canvas. */
export type Places = ReadonlyMap<string, Place>;

const MARGIN = 60;
const RADIUS = 16;

/** The chart as GraphML, for other tools; the audit number says which answer it shows. */
export function toGraphMl({ nodes, edges }: Chart, auditNumber: string): string {
  const key = (id: string, on: string): string =>
    `  <key id="${id}" for="${on}" attr.name="${id}" attr.type="string"/>`;
  const data = (id: string, value: string | null): string =>
    value === null || value === "" ? "" : `<data key="${id}">${escapeXml(value)}</data>`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...["kind", "label", "ring"].map(id => key(id, "node")),
    ...["tie", "on", "style", "amount"].map(id => key(id, "edge")),
    key("audit", "graph"),
    '  <graph id="duanka" edgedefault="directed">',
    `    ${data("audit", auditNumber)}`,
    ...nodes.map(
      ({ id, kind, label, ring }) =>
        `    <node id="${escapeXml(id)}">${data("kind", kind)}${data("label", label)}${data("ring", ring)}</node>`,
    ),
    ...edges.map(
      ({ source, target, tie, on, style, amount }) =>
        `    <edge source="${escapeXml(source)}" target="${escapeXml(target)}">${data("tie", tie)}${data("on", on)}${data("style", style)}${data("amount", amount === null ? null : String(amount))}</edge>`,
    ),
    "  </graph>",
    "</graphml>",
    "",
  ].join("\n");
}

/** The chart's ties as CSV, a line each, with the audit number on every line. */
export function toCsv({ nodes, edges }: Chart, auditNumber: string): string {
  const labels = new Map(nodes.map(({ id, label, kind }) => [id, `${kind} ${label}`]));
  const rows = edges.map(({ source, target, tie, on, style, amount }) => [
    labels.get(source) ?? source,
    labels.get(target) ?? target,
    tie,
    on ?? "",
    style,
    amount === null ? "" : String(amount),
    auditNumber,
  ]);
  return csvText([["from", "to", "tie", "on", "style", "amount", "audit"], ...rows]);
}

/** The chart as it stands on the screen, as SVG; `texts` are what its ties are labelled with. */
export function toSvg(
  { nodes, edges }: Chart,
  places: Places,
  texts: ReadonlyMap<string, string>,
  auditNumber: string,
): string {
  const at = (id: string): Place => places.get(id) ?? { x: 0, y: 0 };
  const xs = nodes.map(({ id }) => at(id).x);
  const ys = nodes.map(({ id }) => at(id).y);
  const left = Math.min(...xs) - MARGIN;
  const top = Math.min(...ys) - MARGIN;
  const width = Math.max(...xs) - left + MARGIN;
  const height = Math.max(...ys) - top + 2 * MARGIN;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${left} ${top} ${width} ${height}" font-family="sans-serif" font-size="11">`,
    '<marker id="arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0 8 4 0 8Z" fill="#1c2430"/></marker>',
    ...edges.map(edge => drawEdge(edge, at(edge.source), at(edge.target), texts.get(edge.id) ?? "")),
    ...nodes.map(node => drawNode(node, at(node.id))),
    `<text x="${left + 8}" y="${top + height - 8}" fill="#5b6675">${escapeXml(auditNumber)}</text>`,
    "</svg>",
  ].join("\n");
}

const LINES: Readonly<Record<EdgeStyle, string>> = {
  confirmed: 'stroke="#7b8794"',
  tentative: 'stroke="#7b8794" stroke-dasharray="5 4"',
  silent: 'stroke="#8a5200" stroke-dasharray="2 3"',
  anothers: 'stroke="#1f5fa8" stroke-width="3" stroke-dasharray="5 4"',
  money: 'stroke="#1c2430" stroke-width="2" marker-end="url(#arrow)"',
};

function drawEdge({ style }: ChartEdge, from: Place, to: Place, text: string): string {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  // It ends at the edge of the mark, so that an arrow is not hidden under it.
  const x = to.x - ((to.x - from.x) / length) * RADIUS;
  const y = to.y - ((to.y - from.y) / length) * RADIUS;
  const line = `<line x1="${from.x}" y1="${from.y}" x2="${x}" y2="${y}" ${LINES[style]}/>`;
  if (text === "") return line;
  const middle = `x="${(from.x + to.x) / 2}" y="${(from.y + to.y) / 2}"`;
  return `${line}<text ${middle} text-anchor="middle" font-size="8" fill="#5b6675">${escapeXml(text)}</text>`;
}

function drawNode({ kind, label, ring }: ChartNode, { x, y }: Place): string {
  const quiet = kind === "silent" ? "#8a5200" : "#1f5fa8";
  const stroke = ring === "red" ? "#c0232c" : ring === "grey" ? "#8a94a0" : quiet;
  const look = `fill="#fff" stroke="${stroke}" stroke-width="${ring === null ? 1 : 3}"`;
  const shape =
    kind === "person"
      ? `<circle cx="${x}" cy="${y}" r="${RADIUS}" ${look}/>`
      : `<rect x="${x - RADIUS}" y="${y - RADIUS}" width="${2 * RADIUS}" height="${2 * RADIUS}" ${look}/>`;
  return `${shape}<text x="${x}" y="${y + RADIUS + 14}" text-anchor="middle">${escapeXml(label)}</text>`;
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);
}
