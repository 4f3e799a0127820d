import { Command } from "commander";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CliError } from "../cli/cliError";
import { print, printJson } from "../cli/print";
import type { SchemaFiles } from "../compose/composeHub";
import { SUPERGRAPH_FILE } from "../compose/supergraphFile";
import { jsonOption } from "./jsonOption";

const FOLDER = join("schema", "graphql");

const EXAMPLES = `
Examples:
  npx duanka compose           # print the SDL anew after a change to the classes
  npx duanka compose --check   # fail if the committed SDL is another, or a field lacks its requirement`;

/** `duanka compose`: the SDL of each subgraph and the supergraph, from the decorated classes. */
export function compose(): Command {
  return new Command("compose")
    .description("print the schema into schema/graphql/, or check that what is committed there is right")
    .option(
      "--check",
      "write nothing; fail on drift, and on a field whose requirement is missing or costs its siblings",
    )
    .addOption(jsonOption())
    .addHelpText("after", EXAMPLES)
    .action(async (options: { check?: boolean; json: boolean }) => {
      // Loaded here, so that the other commands need not wait for all subgraphs.
      const { composeHub } = await import("../compose/composeHub.js");
      const { checkRequirements } = await import("../compose/checkRequirements.js");
      const files = await composeHub();
      const faults = [
        ...checkRequirements(files.get(SUPERGRAPH_FILE) ?? ""),
        ...(options.check === true ? await findDrift(files) : []),
      ];
      if (options.check !== true) await writeFiles(files);
      if (options.json) printJson({ files: [...files.keys()], faults });
      if (faults.length > 0) {
        throw new CliError(`The schema is not in order:\n${faults.map(fault => `  - ${fault}`).join("\n")}`, {
          next: "mend the classes in subgraphs/, then run `npx duanka compose` and commit schema/graphql/",
        });
      }
      if (!options.json) for (const name of files.keys()) print(join(FOLDER, name));
    });
}

async function findDrift(files: SchemaFiles): Promise<string[]> {
  const drifted: string[] = [];
  for (const [name, content] of files) {
    const committed = await readFile(join(FOLDER, name), "utf8").catch(() => null);
    if (committed !== content) drifted.push(`${join(FOLDER, name)} is not what the classes print.`);
  }
  return drifted;
}

async function writeFiles(files: SchemaFiles): Promise<void> {
  for (const [name, content] of files) await writeFile(join(FOLDER, name), content);
}
