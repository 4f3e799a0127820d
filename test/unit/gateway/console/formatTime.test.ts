import { formatLastDay } from "../../../../gateway/console/page/parts/formatTime";

describe("the last day of what ends at a moment", () => {
  it("is the day before the midnight at which it ends, as the hub counts days", () => {
    expect(formatLastDay("2029-03-01T16:00:00.000Z")).toBe("2029-03-01");
  });

  it("is the day itself where it ends during the day", () => {
    expect(formatLastDay("2029-03-01T04:00:00.000Z")).toBe("2029-03-01");
  });
});
