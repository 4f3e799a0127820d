import { csvText } from "../../parts/csvText";
import type { Chart, ChartNode } from "./chart";

/** Where a mark stands on the canvas. */
export type Places = ReadonlyMap<string, { readonly x: number; readonly y: number }>;

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

/** The chart as it stands on the screen, as SVG. */
export function toSvg({ nodes, edges }: Chart, places: Places, auditNumber: string): string {
  const at = (id: string): { x: number; y: number } => places.get(id) ?? { x: 0, y: 0 };
  const xs = nodes.map(({ id }) => at(id).x);
  const ys = nodes.map(({ id }) => at(id).y);
  const left = Math.min(...xs) - MARGIN;
  const top = Math.min(...ys) - MARGIN;
  const width = Math.max(...xs) - left + MARGIN;
  const height = Math.max(...ys) - top + 2 * MARGIN;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${left} ${top} ${width} ${height}" font-family="sans-serif" font-size="11">`,
    ...edges.map(({ source, target, style }) => {
      const [a, b] = [at(source), at(target)];
      const dash = style === "confirmed" || style === "money" ? "" : ' stroke-dasharray="5 4"';
      return `<line x1="${a.x}" y1="${a.y}" x2="${b.x}" y2="${b.y}" stroke="#7b8794"${dash}/>`;
    }),
    ...nodes.map(node => drawNode(node, at(node.id))),
    `<text x="${left + 8}" y="${top + height - 8}" fill="#5b6675">${escapeXml(auditNumber)}</text>`,
    "</svg>",
  ].join("\n");
}

function drawNode({ kind, label, ring }: ChartNode, { x, y }: { x: number; y: number }): string {
  const stroke = ring === "red" ? "#c0232c" : ring === "grey" ? "#8a94a0" : "#1f5fa8";
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

/** A cell that begins like a formula would be one in a spreadsheet. */
