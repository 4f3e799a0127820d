import { Command } from "commander";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CliError } from "../cli/cliError";
import { print, printJson } from "../cli/print";
import { SUPERGRAPH_FILE } from "../compose/supergraphFile";
import { jsonOption } from "./jsonOption";

const FOLDER = join("schema", "graphql");
const RULES_FILE = join("subgraphs", "README.md");
const OPERATION_TYPES_FILE = join("gateway", "console", "generated", "operations.ts");

const EXAMPLES = `
Examples:
  npx duanka compose           # print the SDL anew after a change to the classes
  npx duanka compose --check   # fail if the committed SDL is another, or a field lacks its requirement`;

/** Path → content. */
type GeneratedFiles = ReadonlyMap<string, string>;

/** `duanka compose`: the SDL of each subgraph and the supergraph, from the decorated classes, and the types of the trusted documents. */
export function compose(): Command {
  return new Command("compose")
    .description("print the schema into schema/graphql/, or check that what is committed there is right")
    .option(
      "--check",
      "write nothing; fail on drift, on a field whose requirement is missing or costs its siblings, and on a cached decision",
    )
    .addOption(jsonOption())
    .addHelpText("after", EXAMPLES)
    .action(async (options: { check?: boolean; json: boolean }) => {
      // Loaded here, so that the other commands need not wait for all subgraphs.
      const { composeHub } = await import("../compose/composeHub.js");
      const { checkDecisionsUncached } = await import("../compose/checkDecisionsUncached.js");
      const { checkRequirements } = await import("../compose/checkRequirements.js");
      const { DECISION_TYPES } = await import("../compose/decisionTypes.js");
      const { generateOperationTypes } = await import("../console/generateOperationTypes.js");
      const { buildSchemaFromSupergraph } = await import("../compose/buildSchemaFromSupergraph.js");
      const { findBlanks } = await import("../rules/findBlanks.js");
      const { withRuleTable } = await import("../rules/describeRules.js");
      const { RULE_REGISTER } = await import("../rules/ruleRegister.js");
      const schema = await composeHub();
      const supergraph = schema.get(SUPERGRAPH_FILE) ?? "";
      const files: GeneratedFiles = new Map([
        ...[...schema].map(([name, content]) => [join(FOLDER, name), content] as const),
        [OPERATION_TYPES_FILE, await generateOperationTypes(supergraph)],
        [RULES_FILE, withRuleTable(await readFile(RULES_FILE, "utf8"), RULE_REGISTER)],
      ]);
      const faults = [
        ...checkRequirements(supergraph),
        ...checkDecisionsUncached(supergraph, DECISION_TYPES),
        ...findBlanks(RULE_REGISTER, buildSchemaFromSupergraph(supergraph), process.cwd()),
        ...(options.check === true ? await findDrift(files) : []),
      ];
      if (options.check !== true) await writeFiles(files);
      if (options.json) printJson({ files: [...files.keys()], faults });
      if (faults.length > 0) {
        throw new CliError(`The schema is not in order:\n${faults.map(fault => `  - ${fault}`).join("\n")}`, {
          next: "mend the classes in subgraphs/, then run `npx duanka compose` and commit what it wrote",
        });
      }
      if (!options.json) for (const name of files.keys()) print(name);
    });
}

async function findDrift(files: GeneratedFiles): Promise<string[]> {
  const drifted: string[] = [];
  for (const [name, content] of files) {
    const committed = await readFile(name, "utf8").catch(() => null);
    if (committed !== content) drifted.push(`${name} is not what the classes and operations make.`);
  }
  return drifted;
}

async function writeFiles(files: GeneratedFiles): Promise<void> {
  for (const [name, content] of files) await writeFile(name, content);
}
