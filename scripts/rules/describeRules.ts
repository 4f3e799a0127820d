import type { RegisteredRule, RulePart } from "./registeredRule";

const MARKS = {
  begin: "<!-- rules:begin, printed by `duanka compose` -->",
  end: "<!-- rules:end -->",
} as const;

/** The text with its table of rules made anew; throws where the marks that it stands between are missing. */
export function withRuleTable(text: string, rules: readonly RegisteredRule[]): string {
  const begin = text.indexOf(MARKS.begin);
  const end = text.indexOf(MARKS.end);
  if (begin < 0 || end < begin) throw new Error(`The marks "${MARKS.begin}" and "${MARKS.end}" are missing.`);
  return `${text.slice(0, begin)}${MARKS.begin}\n\n${describeRules(rules)}\n\n${text.slice(end)}`;
}

function describeRules(rules: readonly RegisteredRule[]): string {
  const rows = rules.flatMap(rule => rule.parts.map((part, place) => row(rule, part, place === 0)));
  return [
    "| # | rule | source | does | by | in | shown by |",
    "| --- | --- | --- | --- | --- | --- | --- |",
    ...rows,
  ].join("\n");
}

function row({ number, ruleId, articles }: RegisteredRule, part: RulePart, isFirst: boolean): string {
  const { letters, by, file, test } = part;
  const rule = isFirst ? [String(number), ruleId, articles] : ["", "", ""];
  const place = file.startsWith("subgraphs/") ? file.slice("subgraphs/".length) : `../${file}`;
  const cells = [
    ...rule,
    letters.join(" "),
    by.map(operation => `\`${operation}\``).join(" "),
    `[${place}](${place})`,
    `[${test.slice(test.lastIndexOf("/") + 1)}](../${test})`,
  ];
  return `| ${cells.join(" | ")} |`;
}
