import { Command } from "commander";
import { print, printJson } from "../cli/print";
import { requireSeededWorld } from "../embedded/seededWorld";
import { namedPeople } from "../seed/namedPeople";
import { dataOption } from "./dataOption";
import { describePeople } from "./describePeople";
import { jsonOption } from "./jsonOption";

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
