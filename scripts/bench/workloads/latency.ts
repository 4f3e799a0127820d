import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { drawLatency, type LoadPoint } from "../report/drawLatency";
import { CONTESTANT_NAMES, type ContestantKind } from "../rig/rig";
import { compareDossiers } from "./compareDossiers";
import { RECORDED_PEOPLE } from "./dossierBodies";
import type { Workload } from "./workload";

const KINDS: readonly ContestantKind[] = ["duanka", "apollo", "hive", "fanout"];
const CONNECTIONS = [1, 4, 16, 64] as const;
/** Sixteen points make a curve that shows a disturbance; a row would hide it. */
const ROUNDS = 1;
/** Where the chart is left, beside the table. */
export const LATENCY_CHART = "latency.svg";

/** A chart of how long answers take the more are asked for; it has no target, and so no row. */
export const LATENCY: Workload = {
  name: "latency",
  about: `a chart, ${LATENCY_CHART}: p50 and p99 of dossier-in-memory over dossiers/s, at 1 to 64 connections`,
  async run(rig, scale, tell) {
    const documents = rig.world.documents.slice(0, RECORDED_PEOPLE);
    const over = await rig.startStandIns("recorded");
    const points = new Map<ContestantKind, LoadPoint[]>(KINDS.map(kind => [kind, []]));
    for (const connections of CONNECTIONS) {
      const options = { over, documents, connections };
      const results = await compareDossiers(rig, KINDS, options, { ...scale, rounds: ROUNDS }, tell);
      for (const [kind, curve] of points) curve.push({ connections, ...results[kind] });
    }
    const curves = [...points].map(([kind, curve]) => ({ name: CONTESTANT_NAMES[kind], points: curve }));
    writeFileSync(join(rig.resultFolder, LATENCY_CHART), drawLatency(curves));
    return [];
  },
};
