import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isEnumType } from "graphql";
import i18next from "i18next";
import en from "../../../../gateway/console/page/locales/en.json";
import zhCN from "../../../../gateway/console/page/locales/zh-CN.json";
import { ERROR_CODES } from "../../../../schema/contract/errors";
import { buildSchemaFromSupergraph } from "../../../../scripts/compose/buildSchemaFromSupergraph";
import { RULE_REGISTER } from "../../../../scripts/rules/ruleRegister";
import { readSupergraph } from "../../../../scripts/hub/readSupergraph";

const ROOT = join(__dirname, "../../../..");
const PAGE = join(__dirname, "../../../../gateway/console/page");
const CHINESE = /\p{Script=Han}/u;

type Texts = { readonly [key: string]: string | Texts };

function flatten(texts: Texts, prefix = ""): Map<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([key, value]) =>
      typeof value === "string" ? [[prefix + key, value] as const] : [...flatten(value, `${prefix}${key}.`)],
    ),
  );
}

const chinese = flatten(zhCN);
const english = flatten(en);
const sources = readdirSync(PAGE, { recursive: true, encoding: "utf8" })
  .filter(file => /\.tsx?$/.test(file))
  .map(file => ({ file, text: readFileSync(join(PAGE, file), "utf8") }));

describe("the texts of the console", () => {
  it("are there in both languages, key by key", () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
  });

  it("say the same thing with the same parts filled in", () => {
    const parts = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g))].sort();
    const differing = [...chinese].filter(
      ([key, text]) => String(parts(text)) !== String(parts(english.get(key) ?? "")),
    );
    expect(differing).toEqual([]);
  });

  it.each([
    ["chains.allIntact", "The only chain is intact", "All 2 chains are intact"],
    ["chains.someBad", "1 of 3 chains is broken", "2 of 3 chains are broken"],
  ])("say %s of one as of one, and of several as of several", async (key, ofOne, ofTwo) => {
    const texts = i18next.createInstance();
    await texts.init({ lng: "en", resources: { en: { translation: en } } });
    expect(texts.t(key, { count: 1, all: 3 })).toBe(ofOne);
    expect(texts.t(key, { count: 2, all: 3 })).toBe(ofTwo);
  });

  it("stand in no code", () => {
    // Punctuation that joins Chinese names and the name of a font are no words.
    const spoken = sources.filter(({ text }) => CHINESE.test(text)).map(({ file }) => file);
    expect(spoken).toEqual([]);
  });

  it("exist for every key that code names in full", () => {
    const missing = sources.flatMap(({ file, text }) =>
      [...text.matchAll(/\bt\("([\w.-]+)"[,)]/g)]
        .map(match => match[1]!)
        .filter(key => !english.has(key) && !english.has(`${key}_other`))
        .map(key => `${file}: ${key}`),
    );
    expect(missing).toEqual([]);
  });

  it("exist for every error code", () => {
    const missing = ERROR_CODES.flatMap(code => [`fault.${code}.what`, `fault.${code}.next`]).filter(
      key => !english.has(key),
    );
    expect(missing).toEqual([]);
  });

  it("name every value of each enumeration that is shown at all, as the schema has it", () => {
    const schema = buildSchemaFromSupergraph(readSupergraph());
    const shown: Texts = en.enums;
    const differing = Object.entries(shown).flatMap(([name, words]) => {
      const type = schema.getType(name);
      if (!isEnumType(type) || typeof words === "string") return [];
      return type
        .getValues()
        .filter(({ name: value }) => !(value in words))
        .map(({ name: value }) => `${name}.${value}`);
    });
    expect(differing).toEqual([]);
  });

  // What a finding can carry: the registered rules, and those that subgraphs name in their own words.
  const subgraphSources = readdirSync(join(ROOT, "subgraphs"), { recursive: true, encoding: "utf8" })
    .filter(file => file.endsWith(".ts"))
    .map(file => readFileSync(join(ROOT, "subgraphs", file), "utf8"));
  // The made-up world cites texts of its own beside those.
  const seedSources = readdirSync(join(ROOT, "scripts/seed"), { recursive: true, encoding: "utf8" })
    .filter(file => file.endsWith(".ts"))
    .map(file => readFileSync(join(ROOT, "scripts/seed", file), "utf8"));
  const found = (pattern: RegExp): string[] =>
    subgraphSources.flatMap(text => [...text.matchAll(pattern)].map(match => match[1]!));

  it("name every rule", () => {
    const rules = new Set([...RULE_REGISTER.map(({ ruleId }) => ruleId), ...found(/ruleId: "(\w+)"/g)]);
    expect(rules.size).toBeGreaterThan(RULE_REGISTER.length);
    const missing = [...rules]
      .map(ruleId => `rules.${ruleId}`)
      .filter(key => !english.has(key) || !chinese.has(key));
    expect(missing).toEqual([]);
  });

  it("give the text of every article that a finding can name", () => {
    const articles = new Set([
      ...RULE_REGISTER.flatMap(rule => rule.articles.split(", ")),
      ...found(/"(EXT:[^"]+)"/g),
      ...seedSources.flatMap(text => [...text.matchAll(/"(EXT:[^"]+)"/g)].map(match => match[1]!)),
    ]);
    const missing = [...articles]
      .map(article => `articles.${article}`)
      .filter(key => !english.has(key) || !chinese.has(key));
    expect(missing).toEqual([]);
  });
});
