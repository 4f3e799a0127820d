import { countMonths } from "../../../../gateway/console/page/pages/links/countMonths";

const ties = (...days: (string | null)[]) => days.map(on => ({ on }));

describe("the timeline below a chart", () => {
  it("has a place for months in which nothing happened, so that a gap is seen as one", () => {
    expect(countMonths(ties("2025-11-30", null, "2026-02-01", "2025-11-02"))).toEqual([
      { month: "2025-11", count: 2 },
      { month: "2025-12", count: 0 },
      { month: "2026-01", count: 0 },
      { month: "2026-02", count: 1 },
    ]);
  });

  it("reaches back as far as the oldest tie, and is empty where no tie has a day", () => {
    expect(countMonths(ties("2016-01-15", "2026-01-15"))).toHaveLength(121);
    expect(countMonths(ties(null))).toEqual([]);
  });
});
