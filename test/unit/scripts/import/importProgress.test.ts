import { paceOf } from "../../../../scripts/import/importProgress";

describe("an import that goes on where an earlier run left it", () => {
  const began = { at: 1_000, bytes: 900, rows: 9_000 };

  it("tells its own pace, not that of what had been written before", () => {
    const now = { at: 11_000, bytes: 1_000, rows: 10_000 };
    expect(paceOf(began, now, 2_000)).toEqual({ rate: 100, secondsLeft: 100 });
  });

  it("does not tell how long the rest takes before it has read any of it", () => {
    expect(paceOf(began, began, 2_000)).toEqual({ rate: 0, secondsLeft: null });
  });
});
