import { Command } from "commander";
import { join } from "node:path";
import { print } from "../cli/print";
import { requireRunningHub } from "../embedded/runningHub";
import { requireSeededWorld } from "../embedded/seededWorld";
import { namedPeople } from "../seed/namedPeople";
import { dataOption } from "./dataOption";

const FOLDER = join("gateway", "console", "screenshots");

const EXAMPLES = `
Examples:
  npx duanka screenshots    # while \`npx duanka start\` runs; needs Debian's chromium and the development packages`;

/** `duanka screenshots`: the pictures that the README shows, of the hub that runs. */
export function screenshots(): Command {
  return new Command("screenshots")
    .description("make the README's pictures of the console of the running hub")
    .addOption(dataOption())
    .addHelpText("after", EXAMPLES)
    .action(async ({ data }: { data: string }) => {
      const { gateway } = requireRunningHub(data);
      const { seed, seededAt } = requireSeededWorld(data);
      const people = namedPeople({ seed, now: new Date(seededAt) });
      // Loaded here: the browser's driver is a development package.
      const { takeScreenshots } = await import("../console/takeScreenshots.js");
      (await takeScreenshots(gateway, people, FOLDER)).forEach(print);
    });
}
