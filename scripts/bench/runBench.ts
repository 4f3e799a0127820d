import { rmSync } from "node:fs";
import { join } from "node:path";
import { CliError } from "../cli/cliError";
import { installPeers } from "./rig/installPeers";
import { coresOf } from "./rig/keepToCores";
import { startRig } from "./rig/startRig";
import { AUTHORIZATION } from "./workloads/authorization";
import { DOSSIER_COLD } from "./workloads/dossierCold";
import { DOSSIER_IN_MEMORY } from "./workloads/dossierInMemory";
import { DOSSIER_WARM } from "./workloads/dossierWarm";
import { GATEWAY_ALONE } from "./workloads/gatewayAlone";
import { GROWTH } from "./workloads/growth";
import { IMPORT } from "./workloads/importAccounts";
import { LATENCY } from "./workloads/latency";
import { MEMORY } from "./workloads/memory";
import type { Rig } from "./rig/rig";
import { configurationRow } from "./workloads/configurationRow";
import { OPENING } from "./workloads/opening";
import { REPORT } from "./workloads/report";
import { SCREENING } from "./workloads/screening";
import { SECURITY } from "./workloads/security";
import { START } from "./workloads/start";
import type { WorkloadName } from "./workloadNames";
import { FAILED, type BenchRow, type BenchScale, type Workload } from "./workloads/workload";

const WORKLOADS: Readonly<Record<WorkloadName, Workload>> = {
  "dossier-cold": DOSSIER_COLD,
  "dossier-in-memory": DOSSIER_IN_MEMORY,
  latency: LATENCY,
  "gateway-alone": GATEWAY_ALONE,
  "dossier-warm": DOSSIER_WARM,
  opening: OPENING,
  security: SECURITY,
  authorization: AUTHORIZATION,
  report: REPORT,
  screening: SCREENING,
  import: IMPORT,
  start: START,
  growth: GROWTH,
  memory: MEMORY,
};

interface BenchRun {
  readonly folder: string;
  readonly workloads: readonly WorkloadName[];
  readonly scale: BenchScale;
  readonly profiles: boolean;
  readonly tell: (line: string) => void;
  /** Told all rows so far, whenever a workload is through: a later one may fail after hours. */
  readonly keep: (rows: readonly BenchRow[]) => void;
}

/** Starts what is measured, runs the workloads, ends everything. A workload that fails takes no other along. */
export async function runBench({
  folder,
  workloads,
  scale,
  profiles,
  tell,
  keep,
}: BenchRun): Promise<readonly BenchRow[]> {
  let installed: Promise<string> | null = null;
  const install = (): Promise<string> => {
    tell("installing the gateways to compare with (the first time only)");
    return installPeers(folder);
  };
  tell(`making up ${scale.people} people`);
  // Of the run before: logs, access records under keys that are gone, data that grew large.
  const runFolder = join(folder, "run");
  rmSync(runFolder, { recursive: true, force: true });
  const rig = await startRig({
    folder: runFolder,
    resultFolder: folder,
    installPeers: () => (installed ??= install()),
    people: scale.people,
    everyCore: coresOf(process.pid),
    profileFolder: profiles ? join(folder, "profiles") : null,
  });
  const rows: BenchRow[] = [];
  const withProofs = (): readonly BenchRow[] => [...rows, ...configurationRow(rig.ours)];
  try {
    for (const name of workloads) {
      rows.push(...(await run(WORKLOADS[name], rig, scale, tell)));
      keep(withProofs());
    }
    return withProofs();
  } finally {
    await rig.stop();
  }
}

async function run(
  workload: Workload,
  rig: Rig,
  scale: BenchScale,
  tell: (line: string) => void,
): Promise<readonly BenchRow[]> {
  const told = (line: string): void => tell(`${workload.name}: ${line}`);
  rig.keepOffContestantsCore(workload.isWholeMachine !== true);
  told(workload.about);
  try {
    return await workload.run(rig, scale, told);
  } catch (error) {
    const detail = error instanceof CliError ? `${error.message} ${error.next}` : String(error);
    told(`failed: ${detail}`);
    await rig
      .endLeftovers()
      .catch((left: unknown) => told(`what it left does not end well: ${String(left)}`));
    return [{ workload: workload.name, what: FAILED, figure: null, target: null, detail }];
  }
}
