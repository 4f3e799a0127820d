import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { CliError } from "../cli/cliError";

const RUNNING_FILE = "running.json";

const runningSchema = z.object({
  pid: z.int().positive(),
  /** Address of the gateway. */
  gateway: z.url(),
  /** Address of the identity provider. */
  identityProvider: z.url(),
});
export type RunningHub = z.output<typeof runningSchema>;

/** Tells other commands where the hub of this data folder listens. */
export function announceHub(folder: string, hub: RunningHub): void {
  writeFileSync(join(folder, RUNNING_FILE), JSON.stringify(hub), { mode: 0o600 });
}

/** Takes the announcement back. */
export function withdrawHub(folder: string): void {
  rmSync(join(folder, RUNNING_FILE), { force: true });
}

/** Where the hub of a data folder says that it listens; null where none has been announced. */
export function findRunningHub(folder: string): RunningHub | null {
  const file = join(folder, RUNNING_FILE);
  return existsSync(file) ? runningSchema.parse(JSON.parse(readFileSync(file, "utf8"))) : null;
}

/** Where the hub of a data folder listens; throws where none has been announced. */
export function requireRunningHub(folder: string): RunningHub {
  try {
    return runningSchema.parse(JSON.parse(readFileSync(join(folder, RUNNING_FILE), "utf8")));
  } catch {
    throw new CliError("No hub is running in this data folder.", {
      next: "Start one in another terminal: npx duanka start",
    });
  }
}
