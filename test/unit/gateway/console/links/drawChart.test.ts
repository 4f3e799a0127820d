import cytoscape from "cytoscape";
import type { Chart, ChartEdge, ChartNode } from "../../../../../gateway/console/page/pages/links/chart";
import { drawChart } from "../../../../../gateway/console/page/pages/links/drawChart";
import type { Position } from "../../../../../gateway/console/page/pages/links/placeAdded";

const mark = (id: string): ChartNode => ({
  id,
  kind: "person",
  label: id,
  ring: null,
  hop: 1,
  subjects: [id],
});
const tie = (source: string, target: string): ChartEdge => ({
  id: `${source} ${target}`,
  source,
  target,
  tie: "HOLDS",
  label: "",
  on: null,
  style: "confirmed",
  amount: null,
});
const chartOf = (...leaves: string[]): Chart => ({
  nodes: ["root", ...leaves].map(mark),
  edges: leaves.map(leaf => tie("root", leaf)),
});

describe("a chart that is drawn again", () => {
  const cy = cytoscape({ headless: true });
  afterAll(() => cy.destroy());
  // The person has been drawn before: nothing is laid out any more.
  const left = new Map<string, Position>([["root", { x: 0, y: 0 }]]);
  const draw = (chart: Chart): void => drawChart(cy, { chart, root: "root", left, describe: () => "" });
  const placeOf = (id: string): Position => ({ ...cy.getElementById(id).position() });

  it("puts a mark that a filter had taken away back where it stood, though others came meanwhile", () => {
    draw(chartOf("a", "b", "c"));
    const stood = placeOf("b");
    draw(chartOf("a", "c"));
    expect(cy.getElementById("b").empty()).toBe(true);
    draw(chartOf("a", "c", "d", "e", "f"));
    draw(chartOf("a", "b", "c", "d", "e", "f"));
    expect(placeOf("b")).toEqual(stood);
  });

  it("neither moves what stands nor the view of whoever looks at it", () => {
    const stood = ["root", "a", "b", "c"].map(placeOf);
    const [zoom, pan] = [cy.zoom(), { ...cy.pan() }];
    draw(chartOf("a", "b", "c", "d", "e", "f", "g", "h"));
    expect(["root", "a", "b", "c"].map(placeOf)).toEqual(stood);
    expect([cy.zoom(), cy.pan()]).toEqual([zoom, pan]);
  });

  it("of five hundred marks gives each a place of its own the first time, and takes no long layout for it", () => {
    const many = cytoscape({ headless: true });
    const leaves = Array.from({ length: 500 }, (_, at) => `leaf ${at}`);
    drawChart(many, { chart: chartOf(...leaves), root: "root", left: new Map(), describe: () => "" });
    const places = new Set(many.nodes().map(node => JSON.stringify(node.position())));
    many.destroy();
    expect(places.size).toBe(501);
  });
});
