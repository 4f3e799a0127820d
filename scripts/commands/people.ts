import { Command } from "commander";
import { print, printJson } from "../cli/print";
import { requireSeededWorld } from "../embedded/seededWorld";
import { namedPeople } from "../seed/namedPeople";
import type { NamedPeople } from "../seed/worldModel";
import { dataOption } from "./dataOption";
import { jsonOption } from "./jsonOption";

/** Who they are, in a few words each. */
const STORIES: Readonly<Record<keyof NamedPeople, string>> = {
  clean: "nothing against them",
  fiveCards: "at both limits: five phone cards at one carrier, four debit cards at one bank",
  ringMember: "member of a card-trading ring, in an open case",
  sanctioned: "under five-year measures of a districted-city organ",
  lifted: "an objection was upheld, every measure lifted",
  unit: "a company whose voice trunk was used for fraud",
};

const EXAMPLES = `
Examples:
  npx duanka people
  npx duanka people --json | jq .ringMember.document`;

/** `duanka people`: the made-up people whom README, demo and tests call by a name. */
export function people(): Command {
  return new Command("people")
    .description("list the named people of the made-up world: documents, names, cases")
    .addOption(dataOption())
    .addOption(jsonOption())
    .addHelpText("after", EXAMPLES)
    .action((options: { data: string; json: boolean }) => {
      const { seed, seededAt } = requireSeededWorld(options.data);
      const named = namedPeople({ seed, now: new Date(seededAt) });
      if (options.json) printJson(named);
      else describePeople(named).forEach(print);
    });
}

/** The named people as lines for a terminal. */
export function describePeople(named: NamedPeople): string[] {
  return (Object.keys(STORIES) as (keyof NamedPeople)[]).map(key => {
    const { document, name, caseNumber } = named[key];
    const inCase = caseNumber === undefined ? "" : `, case ${caseNumber}`;
    return `${key.padEnd(10)}  ${document.type} ${document.number}  ${name} · ${STORIES[key]}${inCase}`;
  });
}
