import { Command } from "commander";
import { join } from "node:path";
import { print, printJson } from "../cli/print";
import { requireRunningHub } from "../embedded/runningHub";
import { requireSeededWorld } from "../embedded/seededWorld";
import { namedPeople } from "../seed/namedPeople";
import { dataOption } from "./dataOption";
import { jsonOption } from "./jsonOption";

const FOLDER = join("gateway", "console", "screenshots");

const EXAMPLES = `
Examples:
  npx duanka screenshots    # while \`npx duanka start\` runs; needs Debian's chromium and the development packages
  npx duanka screenshots --json`;

interface ScreenshotsOptions {
  readonly data: string;
  readonly json: boolean;
}

/** `duanka screenshots`: the pictures that the README shows, of the hub that runs. */
export function screenshots(): Command {
  return new Command("screenshots")
    .description("make the README's pictures of the console of the running hub")
    .addOption(dataOption())
    .addOption(jsonOption())
    .addHelpText("after", EXAMPLES)
    .action(async ({ data, json }: ScreenshotsOptions) => {
      const { gateway } = requireRunningHub(data);
      const { seed, seededAt } = requireSeededWorld(data);
      const people = namedPeople({ seed, now: new Date(seededAt) });
      // Loaded here: the browser's driver is a development package.
      const { takeScreenshots } = await import("../console/takeScreenshots.js");
      const pictures = await takeScreenshots(gateway, people, FOLDER);
      if (json) printJson({ pictures });
      else pictures.forEach(print);
    });
}
