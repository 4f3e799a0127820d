import { enclosingRegions, regionRange } from "../../../../../subgraphs/police/rules/regionRange";

describe("a region", () => {
  test.each(["", "11010", "1101055", "11010x", "１１０１０５", "110105\n"])(
    "of another form (%p) is refused",
    region => {
      expect(() => regionRange(region)).toThrow(expect.objectContaining({ code: "BAD_INPUT" }));
      expect(() => enclosingRegions(region)).toThrow(expect.objectContaining({ code: "BAD_INPUT" }));
    },
  );

  test.each([
    ["000000", "000000", "999999"],
    ["110000", "110000", "119999"],
    ["110100", "110100", "110199"],
    ["110105", "110105", "110105"],
    // A digit 0 that belongs to the code is not mistaken for "the whole of".
    ["120110", "120110", "120110"],
    ["101000", "101000", "101099"],
  ])("%s covers %s to %s", (region, from, to) => {
    expect(regionRange(region)).toEqual({ from, to });
  });

  test("lies in its city, its province and the country", () => {
    expect(enclosingRegions("110105")).toEqual(["110105", "110100", "110000", "000000"]);
    expect(enclosingRegions("110000")).toEqual(["110000", "000000"]);
  });
});
