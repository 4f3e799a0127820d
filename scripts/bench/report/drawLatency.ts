import { linearTicks, logTicks } from "./ticks";

/** One run at one number of connections. */
export interface LoadPoint {
  readonly connections: number;
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** One contestant's runs, from few connections to many. */
export interface LoadCurve {
  readonly name: string;
  readonly points: readonly LoadPoint[];
}

type Percentile = "p50Ms" | "p99Ms";

interface Panel {
  readonly left: number;
  readonly title: string;
  readonly percentile: Percentile;
}

const WIDTH = 960;
const HEIGHT = 470;
const PLOT = { width: 380, height: 280, top: 110 } as const;
const BOTTOM = PLOT.top + PLOT.height;
const PANELS: readonly Panel[] = [
  { left: 72, title: "half of the answers come within (p50)", percentile: "p50Ms" },
  { left: 552, title: "99 of 100 answers come within (p99)", percentile: "p99Ms" },
];
const LEGEND_STEP = 200;
const MARK = 5; // half its width

// Colours that the colour-blind tell apart as well, and marks for print; a reader's own choice of light or dark.
const STYLE = `
  svg { --ink: #1f2328; --faint: #59636e; --grid: #d8dee4; --paper: #ffffff; font: 13px system-ui, sans-serif }
  .c0 { --own: #0a6cc4 } .c1 { --own: #c2410c } .c2 { --own: #0b7d57 } .c3 { --own: #7a5195 }
  @media (prefers-color-scheme: dark) {
    svg { --ink: #f0f6fc; --faint: #9da7b3; --grid: #30363d; --paper: #0d1117 }
    .c0 { --own: #58a6ff } .c1 { --own: #ff9b57 } .c2 { --own: #3fd59a } .c3 { --own: #c9a0e8 }
  }
  .paper { fill: var(--paper) } .grid { stroke: var(--grid) } text { fill: var(--ink) }
  .faint { fill: var(--faint); font-size: 12px } .title { font-size: 16px; font-weight: 600 } .panel { font-weight: 600 }
  .line { fill: none; stroke: var(--own); stroke-width: 2 } .mark { fill: var(--own) } .count { font-size: 11px; stroke: var(--paper); stroke-width: 3px; paint-order: stroke }
  .end { text-anchor: end } .middle { text-anchor: middle }`;

/** Draws latency over load, one panel for each percentile, as an SVG of its own that reads in light and in dark. */
export function drawLatency(curves: readonly LoadCurve[]): string {
  const points = curves.flatMap(curve => curve.points);
  const scale = createScale(points);
  const legend = curves.map(({ name }, place) => {
    const x = (PANELS[0]?.left ?? 0) + place * LEGEND_STEP;
    return `<g class="c${place}">${drawMark(place, x, 58)}<text x="${x + 14}" y="62">${escapeText(name)}</text></g>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="Latency against load">`,
    `<style>${STYLE}</style>`,
    `<rect class="paper" width="${WIDTH}" height="${HEIGHT}"/>`,
    `<text class="title" x="${PANELS[0]?.left ?? 0}" y="32">Latency against load: dossiers out of subgraphs that answer from memory</text>`,
    ...legend,
    ...PANELS.map(panel => drawPanel(panel, curves, scale)),
    `<text class="faint" x="${PANELS[0]?.left ?? 0}" y="${HEIGHT - 12}">The number at a mark: connections that ask at once. Further right and further down is better.</text>`,
    "</svg>\n",
  ].join("\n");
}

interface Scale {
  readonly x: (requestsPerSecond: number) => number;
  readonly y: (ms: number) => number;
  readonly xTicks: readonly number[];
  readonly yTicks: readonly number[];
}

/** The same for both panels, so that they can be compared; milliseconds by their logarithm. */
function createScale(points: readonly LoadPoint[]): Scale {
  const xTicks = linearTicks(Math.max(...points.map(point => point.requestsPerSecond)));
  const times = points.flatMap(({ p50Ms, p99Ms }) => [p50Ms, p99Ms]);
  const yTicks = logTicks(Math.min(...times), Math.max(...times));
  const [low, high] = [Math.log(yTicks[0] ?? 1), Math.log(yTicks.at(-1) ?? 10)];
  return {
    x: requestsPerSecond => (requestsPerSecond / (xTicks.at(-1) ?? 1)) * PLOT.width,
    y: ms => BOTTOM - ((Math.log(ms) - low) / (high - low)) * PLOT.height,
    xTicks,
    yTicks,
  };
}

function drawPanel({ left, title, percentile }: Panel, curves: readonly LoadCurve[], scale: Scale): string {
  const right = left + PLOT.width;
  const rows = scale.yTicks.map(tick => {
    const y = scale.y(tick).toFixed(1);
    return `<line class="grid" x1="${left}" x2="${right}" y1="${y}" y2="${y}"/><text class="faint end" x="${left - 8}" y="${y}" dy="4">${tick} ms</text>`;
  });
  const columns = scale.xTicks.map(tick => {
    const x = (left + scale.x(tick)).toFixed(1);
    return `<line class="grid" x1="${x}" x2="${x}" y1="${PLOT.top}" y2="${BOTTOM}"/><text class="faint middle" x="${x}" y="${BOTTOM + 18}">${tick}</text>`;
  });
  return [
    `<text class="panel" x="${left}" y="${PLOT.top - 14}">${title}</text>`,
    ...rows,
    ...columns,
    `<text class="faint middle" x="${left + PLOT.width / 2}" y="${BOTTOM + 38}">dossiers/s</text>`,
    ...curves.map((curve, place) => drawCurve(curve, place, left, percentile, scale)),
  ].join("\n");
}

function drawCurve(
  { name, points }: LoadCurve,
  place: number,
  left: number,
  percentile: Percentile,
  scale: Scale,
): string {
  const places = points.map(point => ({
    point,
    x: left + scale.x(point.requestsPerSecond),
    y: scale.y(point[percentile]),
  }));
  const line = places.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" ");
  const marks = places.map(({ point, x, y }) => {
    const figures = `${point.connections} connections, ${point.requestsPerSecond.toFixed(0)}/s, ${point[percentile].toFixed(1)} ms`;
    return `<g><title>${escapeText(name)}: ${figures}</title>${drawMark(place, x, y)}<text class="count" x="${(x + 9).toFixed(1)}" y="${(y + 4).toFixed(1)}">${point.connections}</text></g>`;
  });
  return `<g class="c${place}"><polyline class="line" points="${line}"/>${marks.join("")}</g>`;
}

/** Each curve has a form of its own: circle, square, diamond, triangle. */
function drawMark(place: number, x: number, y: number): string {
  const at = (dx: number, dy: number): string =>
    `${(x + dx * MARK).toFixed(1)},${(y + dy * MARK).toFixed(1)}`;
  const forms = [
    `<circle class="mark" cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${MARK}"/>`,
    `<polygon class="mark" points="${at(-0.9, -0.9)} ${at(0.9, -0.9)} ${at(0.9, 0.9)} ${at(-0.9, 0.9)}"/>`,
    `<polygon class="mark" points="${at(0, -1.3)} ${at(1.3, 0)} ${at(0, 1.3)} ${at(-1.3, 0)}"/>`,
    `<polygon class="mark" points="${at(0, -1.2)} ${at(1.1, 0.9)} ${at(-1.1, 0.9)}"/>`,
  ];
  return forms[place % forms.length] ?? "";
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
