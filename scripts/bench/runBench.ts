import { join } from "node:path";
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
import { OPENING } from "./workloads/opening";
import { REPORT } from "./workloads/report";
import { SCREENING } from "./workloads/screening";
import { SECURITY } from "./workloads/security";
import { START } from "./workloads/start";
import type { BenchRow, BenchScale, Workload } from "./workloads/workload";

/** All that can be measured, in the order in which it is. */
export const WORKLOADS: readonly Workload[] = [
  DOSSIER_COLD,
  DOSSIER_IN_MEMORY,
  LATENCY,
  GATEWAY_ALONE,
  DOSSIER_WARM,
  OPENING,
  SECURITY,
  AUTHORIZATION,
  REPORT,
  SCREENING,
  IMPORT,
  GROWTH,
  START,
  MEMORY,
];

interface BenchRun {
  readonly folder: string;
  readonly workloads: readonly Workload[];
  readonly scale: BenchScale;
  readonly profiles: boolean;
  readonly tell: (line: string) => void;
  /** Told all rows so far, whenever a workload is through: a later one may fail after hours. */
  readonly keep: (rows: readonly BenchRow[]) => void;
}

/** Starts what is measured, runs the workloads, ends everything. */
export async function runBench({
  folder,
  workloads,
  scale,
  profiles,
  tell,
  keep,
}: BenchRun): Promise<BenchRow[]> {
  let installed: Promise<string> | null = null;
  const install = (): Promise<string> => {
    tell("installing the gateways to compare with (the first time only)");
    return installPeers(folder);
  };
  tell(`making up ${scale.people} people`);
  const rig = await startRig({
    folder: join(folder, "run"),
    resultFolder: folder,
    installPeers: () => (installed ??= install()),
    people: scale.people,
    everyCore: coresOf(process.pid),
    profileFolder: profiles ? join(folder, "profiles") : null,
  });
  const rows: BenchRow[] = [];
  try {
    for (const workload of workloads) {
      const told = (line: string): void => tell(`${workload.name}: ${line}`);
      rig.keepOffContestantsCore(workload.isWholeMachine !== true);
      rows.push(...(await workload.run(rig, scale, told)));
      keep(rows);
    }
  } finally {
    await rig.stop();
  }
  return rows;
}
