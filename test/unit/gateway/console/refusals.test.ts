import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import en from "../../../../gateway/console/page/locales/en.json";
import { findSaid } from "../../../../gateway/console/page/parts/findSaid";

const ROOT = join(__dirname, "../../../..");
const FOLDERS = ["gateway/auth", "gateway/supergraph", "gateway/errors", "subgraphs", "schema/contract"];

/** What the hub says to whoever no page is for: institutions' machines, other subgraphs, and roads that no page takes. */
const NOT_OF_PAGES = [
  /subgraphs\/(banking|telecom)\/reports\//,
  /subgraphs\/shared\/(events|checkpoints|objections|subjects)\//,
  /(declare\w+Coverage|transferVerdict|accountVerdict|reportCarrierOutlets|parseNotice|startSubgraph)\.ts$/,
  /(recordReverification|acknowledgeRiskNotice|blacklistLineHolder|liftBlacklistEntry|requireOwnLine)\.ts$/,
  /(recordPatrol|recordSurrender|recordVisit|recordIndicator|resolveIndicator|resolveTip|publishWarning)\.ts$/,
  /(requireTransition|caseStages|knowingTransfer|tipOff|raisePoliceNotice|verifyFlagInCase)\.ts$/,
  /(FigureResolver|parseRecordQuery|parseCode|requirePast|roadRefusals|repetitionRule|tokeniseDocuments)\.ts$/,
];
/** Where the code alone says all that there is to say. */
const BY_CODE = [
  "UNAUTHENTICATED",
  "INTERNAL",
  "AUDIT_UNAVAILABLE",
  "RATE_LIMITED",
  "GRAPHQL_VALIDATION_FAILED",
];

/** Put together of parts that say everything: the whole sentences are tried below, or a page cannot meet them. */
const OF_PARTS = [
  "The header 7 must be given once: 7.",
  "Under 7 measures last 7 years at most7: until 7.",
  "7 must be a string.",
];

const LITERAL = String.raw`("(?:[^"\\]|\\.)*"|${"`"}(?:[^${"`"}\\]|\\.)*${"`"})`;
const BY_HUB_ERROR = new RegExp(String.raw`new HubError\(\s*"(\w+)",\s*${LITERAL}`, "g");
const BY_NUMBER = new RegExp(
  String.raw`(invalidDocument|refuse|badPhoneNumber|badAccountNumber)\(\s*"\w+",\s*${LITERAL}`,
  "g",
);

/** Every sentence of the sources, with something in place of what is filled in. */
function sentences(): { readonly file: string; readonly sentence: string }[] {
  const files = FOLDERS.flatMap(folder =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
      .filter(file => file.endsWith(".ts"))
      .map(file => join(folder, file)),
  ).filter(file => !NOT_OF_PAGES.some(pattern => pattern.test(file)));
  return files.flatMap(file => {
    const text = readFileSync(join(ROOT, file), "utf8");
    return [...text.matchAll(BY_HUB_ERROR), ...text.matchAll(BY_NUMBER)]
      .filter(([, code]) => !BY_CODE.includes(code!))
      .map(([, , literal]) => ({ file, sentence: read(literal!) }));
  });
}

function read(literal: string): string {
  return literal
    .slice(1, -1)
    .replace(/\$\{[^{}]*\}/g, "7")
    .replace(/\\(.)/g, "$1");
}

describe("what the hub refuses with", () => {
  it("is in the page's dictionary sentence by sentence, so that nobody is told it in the hub's English alone", () => {
    const all = sentences();
    expect(all.length).toBeGreaterThan(100);
    const unknown = all
      .filter(({ sentence }) => findSaid(sentence, en.refusals) === null)
      .filter(({ sentence }) => !OF_PARTS.includes(sentence));
    expect(unknown).toEqual([]);
  });

  it("is in it whole as well, where the hub puts a sentence together", () => {
    const whole = [
      "The header duanka-reference must be given once: 1 to 64 letters, digits, . _ : / or -.",
      "Under NOTICE_2020 measures last 5 years at most: until 2031-11-29.",
      "Under NOTICE_2020 measures last 5 years at most, added to those that run since 2026-01-01: until 2031-11-29.",
      "The rectification is ORDERED, due on 2026-12-24: it is shut only after.",
    ];
    expect(whole.filter(sentence => findSaid(sentence, en.refusals) === null)).toEqual([]);
  });

  it("is told as the sentence that says most by itself, where a shorter one would fit as well", () => {
    expect(findSaid("The involvement is WITHDRAWN already.", en.refusals)).toMatchObject({
      name: "involvementAlready",
      values: { InvolvementStanding: "WITHDRAWN" },
    });
    expect(
      findSaid(
        "Under MEASURES_2024 (provisional) measures last 2 years at most: until 2028-11-29.",
        en.refusals,
      ),
    ).toMatchObject({ name: "measureTermProvisional", values: { years: "2", day: "2028-11-29" } });
  });
});
