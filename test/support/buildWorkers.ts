import { mkdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { transformFileSync } from "@swc/core";

const ROOT = join(__dirname, "../..");
/** Files that run as threads: Node starts them itself, past the tests' transformer. */
const WORKERS = ["schema/database/pgliteWorker"];

/** Builds the files that run as threads where the built ones are missing or older than their source. */
export function buildWorkers(): void {
  for (const worker of WORKERS) {
    const source = join(ROOT, `${worker}.ts`);
    const built = join(ROOT, "dist", `${worker}.js`);
    if (changedAt(built) >= changedAt(source)) continue;
    mkdirSync(dirname(built), { recursive: true });
    writeFileSync(
      built,
      transformFileSync(source, { configFile: join(ROOT, ".swcrc"), sourceMaps: false }).code,
    );
  }
}

function changedAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
