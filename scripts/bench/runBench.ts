import { join } from "node:path";
import { installPeers } from "./rig/installPeers";
import { startRig } from "./rig/startRig";
import { AUTHORIZATION } from "./workloads/authorization";
import { DOSSIER_COLD } from "./workloads/dossierCold";
import { DOSSIER_IN_MEMORY } from "./workloads/dossierInMemory";
import { DOSSIER_WARM } from "./workloads/dossierWarm";
import { GATEWAY_ALONE } from "./workloads/gatewayAlone";
import { IMPORT } from "./workloads/importAccounts";
import { REPORT } from "./workloads/report";
import type { BenchRow, BenchScale, Workload } from "./workloads/workload";

/** All that can be measured, in the order in which it is. */
export const WORKLOADS: readonly Workload[] = [
  DOSSIER_COLD,
  DOSSIER_IN_MEMORY,
  GATEWAY_ALONE,
  DOSSIER_WARM,
  AUTHORIZATION,
  REPORT,
  IMPORT,
];

interface BenchRun {
  readonly folder: string;
  readonly workloads: readonly Workload[];
  readonly scale: BenchScale;
  readonly profiles: boolean;
  readonly tell: (line: string) => void;
  readonly onPeople: (people: number) => void;
}

/** Starts what is measured, runs the workloads, ends everything. */
export async function runBench({
  folder,
  workloads,
  scale,
  profiles,
  tell,
  onPeople,
}: BenchRun): Promise<BenchRow[]> {
  tell("installing the gateways to compare with (the first time only)");
  const peersFolder = await installPeers(folder);
  tell(`making up ${scale.people} people`);
  const rig = await startRig({
    folder: join(folder, "run"),
    peersFolder,
    people: scale.people,
    profileFolder: profiles ? join(folder, "profiles") : null,
    onProgress: onPeople,
  });
  const rows: BenchRow[] = [];
  try {
    for (const workload of workloads) {
      const told = (line: string): void => tell(`${workload.name}: ${line}`);
      rows.push(...(await workload.run(rig, scale, told)));
    }
  } finally {
    await rig.stop();
  }
  return rows;
}
