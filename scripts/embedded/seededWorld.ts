import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { CliError } from "../cli/cliError";

const WORLD_FILE = "world.json";

const worldSchema = z.object({
  people: z.int().nonnegative(),
  seed: z.int(),
  /** The day from which the made-up world was told; case numbers follow from it. */
  seededAt: z.iso.datetime(),
});
/** Which made-up world a data folder holds. */
export type SeededWorld = z.output<typeof worldSchema>;

/** Written once the world stands whole, so that its absence tells of a seeding that was cut short. */
export function recordSeededWorld(folder: string, world: SeededWorld): void {
  const file = join(folder, WORLD_FILE);
  writeFileSync(`${file}.draft`, JSON.stringify(world), { mode: 0o600 });
  renameSync(`${file}.draft`, file);
}

/** The world of a data folder; null before its first start has ended. */
export function findSeededWorld(folder: string): SeededWorld | null {
  const file = join(folder, WORLD_FILE);
  return existsSync(file) ? worldSchema.parse(JSON.parse(readFileSync(file, "utf8"))) : null;
}

/** The world of a data folder; throws where there is none. */
export function requireSeededWorld(folder: string): SeededWorld {
  const world = findSeededWorld(folder);
  if (world === null) {
    throw new CliError("This data folder holds no people yet.", {
      next: "Start the hub once, it makes them up: npx duanka start",
    });
  }
  return world;
}
