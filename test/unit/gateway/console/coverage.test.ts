import { readCoverage } from "../../../../gateway/console/page/parts/coverage";

const answer = (code: string, state: string) => ({
  state,
  asOf: null,
  institution: { code, name: code, sector: "BANKING" },
});

describe("coverage, as the console reads it", () => {
  it("counts neither silence nor old data as an answer", () => {
    const { answered, silent, withNothing } = readCoverage([
      answer("silent", "NOT_ANSWERED"),
      answer("old", "STALE"),
      answer("found", "FOUND"),
      answer("none", "NONE"),
    ]);
    expect(silent.map(({ institution }) => institution.code)).toEqual(["silent", "old"]);
    expect(answered.map(({ institution }) => institution.code)).toEqual(["found", "none"]);
    expect(withNothing.map(({ institution }) => institution.code)).toEqual(["none"]);
  });
});
