import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

const POSTGRES_FOLDER = "/usr/lib/postgresql/15/bin"; // where Debian puts the server of PostgreSQL 15
const POSTGRES_PACKAGE = "postgresql-15";
const REDIS_PACKAGE = "redis-server";
const REDIS_PATHS = ["/usr/bin/redis-server", "/usr/local/bin/redis-server"];
const INSTALL_LIMIT_MS = 300_000; // a slow mirror, not for ever

export interface ServiceBinaries {
  /** Folder of `initdb` and `postgres`. */
  readonly postgresFolder: string;
  readonly redisServer: string;
}

/**
 * Finds the servers that tests and benchmarks run against, or installs them where this is allowed. It never skips:
 * a test of a store that met no store would say nothing.
 */
export function requireBinaries(): ServiceBinaries {
  const missing = missingPackages();
  if (missing.length > 0) install(missing);
  const redisServer = findRedis();
  if (redisServer === null || !hasPostgres()) {
    throw new Error(
      `Needed are the Debian packages ${missing.join(" and ")}: they were installed, yet their servers are not where Debian puts them.`,
    );
  }
  return { postgresFolder: POSTGRES_FOLDER, redisServer };
}

function missingPackages(): string[] {
  const missing: string[] = [];
  if (!hasPostgres()) missing.push(POSTGRES_PACKAGE);
  if (findRedis() === null) missing.push(REDIS_PACKAGE);
  return missing;
}

function hasPostgres(): boolean {
  return existsSync(join(POSTGRES_FOLDER, "postgres")) && existsSync(join(POSTGRES_FOLDER, "initdb"));
}

function findRedis(): string | null {
  return REDIS_PATHS.find(existsSync) ?? null;
}

function install(packages: readonly string[]): void {
  const command = `apt-get install -y --no-install-recommends ${packages.join(" ")}`;
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) {
    throw new Error(
      `Real servers are used here. Install what is missing and run them again:\n  sudo apt-get update && sudo ${command}`,
    );
  }
  process.stderr.write(`Installing ${packages.join(", ")} …\n`);
  apt(["update"]);
  apt(["install", "-y", "--no-install-recommends", ...packages]);
}

function apt(args: readonly string[]): void {
  execFileSync("apt-get", ["-o", "DPkg::Lock::Timeout=120", "-qq", ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    stdio: ["ignore", "ignore", "inherit"],
    timeout: INSTALL_LIMIT_MS,
  });
}
