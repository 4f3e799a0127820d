import {
  LABEL_PX,
  placeLabels,
  type PlacedMark,
} from "../../../../../gateway/console/page/pages/links/placeLabels";

const mark = (id: string, x: number, y: number, node: Partial<PlacedMark["node"]> = {}): PlacedMark => ({
  node: { id, kind: "account", ring: null, hop: 1, label: "某银行 1234", ...node },
  x,
  y,
  radius: 13,
});

describe("the labels of a chart", () => {
  it("all stand under their marks where there is room", () => {
    const placed = placeLabels([mark("a", 0, 0), mark("b", 200, 0), mark("c", 0, 100)], 1);
    expect([...placed.values()]).toEqual(["bottom", "bottom", "bottom"]);
  });

  it("stand above a mark whose place below is taken", () => {
    const placed = placeLabels([mark("a", 0, 0), mark("b", 50, 0)], 1);
    expect([...placed.values()].sort()).toEqual(["bottom", "top"]);
  });

  it("of many on one spot show whom the chart is about, silence and who is restricted, before the others", () => {
    const marks = [
      mark("plain", 5, 2),
      mark("restricted", 5, 4, { kind: "person", ring: "red" }),
      mark("silent", 0, 2, { kind: "silent" }),
      mark("root", 0, 0, { kind: "person", hop: 0 }),
    ];
    expect([...placeLabels(marks, 1).keys()].slice(0, 2)).toEqual(["root", "silent"]);
    expect(placeLabels(marks, 1).has("plain")).toBe(false);
  });

  it("keep their size on the screen: from far away fewer have room, and no two of them touch", () => {
    const marks = Array.from({ length: 500 }, (_, n) =>
      mark(`m${n}`, (n % 25) * 96, Math.floor(n / 25) * 62),
    );
    const [near, far] = [1, 0.3].map(zoom => placeLabels(marks, zoom).size);
    expect(near).toBe(500);
    expect(far).toBeGreaterThan(10);
    expect(far).toBeLessThan(200);
    expect(LABEL_PX).toBeGreaterThanOrEqual(12);
  });
});
