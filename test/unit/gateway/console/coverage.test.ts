import { readCoverage, sayNothingHeld } from "../../../../gateway/console/page/parts/coverage";

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

  it("tells an institution of its own register alone that nothing is held, and names those with nothing to the police", () => {
    const merged = readCoverage([answer("102", "ANSWERED"), answer("103", "ANSWERED")]);
    expect(sayNothingHeld("institution", merged)).toEqual({ text: "nothingOwn", names: [] });
    // A person's own rows are shown from everywhere: whoever answered had none.
    expect(sayNothingHeld("person", merged)).toEqual({ text: "nothing", names: ["102", "103"] });
    const told = readCoverage([answer("102", "NONE"), answer("103", "FOUND"), answer("104", "NOT_ANSWERED")]);
    expect(sayNothingHeld("police", told)).toEqual({ text: "nothing", names: ["102"] });
    const silent = readCoverage([answer("102", "NOT_ANSWERED")]);
    expect(sayNothingHeld("institution", silent)).toEqual({ text: "nobodyAnswered", names: [] });
  });
});
