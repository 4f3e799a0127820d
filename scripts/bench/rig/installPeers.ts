import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

const SOURCE = join(__dirname, "../../../../scripts/bench/peers");
const INSTALL_LIMIT_MS = 600_000; // a slow mirror, not for ever

/** Installs the gateways to compare with, from their own lock file, and returns their folder. Done once. */
export async function installPeers(folder: string): Promise<string> {
  const target = join(folder, "peers");
  const lockFile = "package-lock.json";
  const isInstalled =
    existsSync(join(target, "node_modules/.package-lock.json")) &&
    readFileSync(join(target, lockFile), "utf8") === readFileSync(join(SOURCE, lockFile), "utf8");
  mkdirSync(target, { recursive: true });
  cpSync(SOURCE, target, { recursive: true });
  if (isInstalled) return target;
  await promisify(execFile)("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"], {
    cwd: target,
    timeout: INSTALL_LIMIT_MS,
  });
  return target;
}
