import { brushOf } from "../../../../../gateway/console/page/pages/links/brushOf";

const months = (...names: string[]) => names.map(month => ({ month }));

describe("the brush on the timeline", () => {
  it("stands on the months that the chart is narrowed to, also once older ties have come", () => {
    expect(brushOf(months("2026-03", "2026-04", "2026-05"), "2026-04-01", "2026-05-31")).toEqual([1, 2]);
    expect(brushOf(months("2026-01", "2026-02", "2026-03", "2026-04"), "2026-04-01", null)).toEqual([3, 3]);
  });

  it("stands at both ends where the chart is not narrowed, however far it has grown", () => {
    expect(brushOf(months("2025-01", "2025-02"), null, null)).toEqual([0, 1]);
    expect(brushOf(months("2025-01", "2025-02", "2025-03"), null, null)).toEqual([0, 2]);
  });
});
