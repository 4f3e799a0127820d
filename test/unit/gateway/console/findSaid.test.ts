import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import en from "../../../../gateway/console/page/locales/en.json";
import { findSaid } from "../../../../gateway/console/page/parts/findSaid";

const ROOT = join(__dirname, "../../../..");
const SENTENCES: Readonly<Record<string, Readonly<Record<string, string>>>> = en.said;

/** The files in which the rules' sentences stand, and those of the made-up world. */
const sources = ["subgraphs", "scripts/seed"]
  .flatMap(folder =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).map(file => join(folder, file)),
  )
  .filter(file => file.endsWith(".ts"))
  .map(file => ({ file, text: readFileSync(join(ROOT, file), "utf8") }));

describe("a finding of the hub, said in another language", () => {
  it("is found by its whole sentence among those of its own rule, with what was filled in", () => {
    const texts = SENTENCES["unused90Days"]!;
    expect(findSaid("The line has not been used for 90 days: the carrier looks at it.", texts)).toEqual({
      name: "unused",
      values: { days: "90" },
      isProvisional: false,
    });
    expect(findSaid("A sanction bars new accounts. (provisional)", SENTENCES["noNewAccount"]!)).toMatchObject(
      {
        name: "barred",
        isProvisional: true,
      },
    );
  });

  it("is not found where the hub has said something else, however near", () => {
    expect(findSaid("A sanction bars new accounts, in part.", SENTENCES["noNewAccount"]!)).toBeNull();
    expect(findSaid("A sanction bars new accounts.", SENTENCES["suspendFiveYears"]!)).toBeNull();
  });

  it("keeps the numbers and days of its fact", () => {
    expect(findSaid("NO_NEW_ACCOUNT (BANKING) from 2026-11-24", en.facts)).toEqual({
      name: "measureFrom",
      values: { MeasureKind: "NO_NEW_ACCOUNT", Sector: "BANKING", day: "2026-11-24" },
      isProvisional: false,
    });
    expect(findSaid("valid mobile cards at this carrier on 2026-11-24: 5", en.facts)?.values).toEqual({
      day: "2026-11-24",
      held: "5",
    });
    // What is counted between two numbers is no single number.
    expect(findSaid("valid mobile cards at this carrier on 2026-11-24: 4 to 6", en.facts)?.values).toEqual({
      day: "2026-11-24",
      least: "4",
      most: "6",
    });
  });

  // A sentence changed there and not here would be told in English again.
  it("stands in the dictionary as the hub writes it, word by word", () => {
    const code = sources.map(({ text }) => text).join("\n");
    // What is filled in, and where one sentence ends, code may put together from parts.
    const partsOf = (text: string) => text.split(/\{\{\w+\}\}|(?<=\.) /);
    const gone = Object.values({ ...SENTENCES, facts: en.facts })
      .flatMap(texts => Object.values(texts))
      .filter(text => !partsOf(text).every(part => code.includes(part.trim())));
    expect(gone).toEqual([]);
  });

  it("is in the dictionary for every sentence that a rule says", () => {
    // What is said of a transfer is no finding that the page shows.
    const rules = sources.filter(({ file }) =>
      /^subgraphs\/(?:banking|telecom)\/rules\/(?!atmDelay)/.test(file),
    );
    const said = rules.flatMap(({ text }) =>
      [...text.matchAll(/"([A-Z][^"]{20,}\.)"/g)].map(([, sentence]) => sentence!),
    );
    const known = Object.values(SENTENCES).flatMap(texts => Object.values(texts));
    expect(said.length).toBeGreaterThan(20);
    expect(said.filter(sentence => !known.includes(sentence))).toEqual([]);
  });
});
