import { surrenderWindow } from "../../../../../subgraphs/police/rules/surrenderWindow";

describe("a surrender", () => {
  test.each([
    ["2016-09-22", true, true, false, "N16-1, N20-1"],
    ["2016-09-23", true, false, true, "N16-1"],
    ["2016-10-31", true, false, true, "N16-1"],
    ["2016-10-31", false, true, false, "N16-1"],
    ["2016-11-01", true, true, false, "N16-1, N20-1"],
    ["2020-12-16", true, true, false, "N16-1, N20-1"],
    ["2020-12-17", true, true, true, "N20-1"],
    ["2021-01-15", true, true, true, "N20-1"],
    ["2021-01-15", true, false, false, "N20-1"],
    ["2021-01-15", false, true, false, "N20-1"],
    ["2021-01-16", true, true, false, "N16-1, N20-1"],
  ])(
    "on %s, confessed %s, others exposed %s → inside %s by %s",
    (day, confessed, exposedOthers, inside, article) => {
      const { insideWindow, finding } = surrenderWindow({ surrenderedOn: day, confessed, exposedOthers });
      expect(insideWindow).toBe(inside);
      expect(finding).toMatchObject({ ruleId: "surrenderWindow", article });
    },
  );

  test("inside the window is not thereby treated lightly: the finding says that nothing is decided", () => {
    const { finding } = surrenderWindow({
      surrenderedOn: "2016-10-01",
      confessed: true,
      exposedOthers: false,
    });
    expect(finding.message).toMatch(/not decided here/);
    expect(finding.until).toBe("2016-10-31");
  });
});
