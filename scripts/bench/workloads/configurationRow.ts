import type { OurGateways } from "../rig/rig";
import type { Proof } from "../rig/proveProduction";
import type { BenchRow } from "./workload";

/** Whether each of our gateways that was measured has proved what it runs with; nothing where none was. */
export function configurationRow({ started, proofs }: OurGateways): readonly BenchRow[] {
  if (started === 0) return [];
  const sum = (of: (proof: Proof) => number): number => proofs.reduce((total, proof) => total + of(proof), 0);
  const answers = sum(proof => proof.answers);
  const records = sum(proof => proof.records);
  const sealed = sum(proof => proof.sealed ?? 0);
  const hadRedis = proofs.some(proof => proof.sealed !== null);
  return [
    {
      workload: "configuration",
      what: "gateways of ours that proved to run as in production : that were measured",
      figure: proofs.length / started,
      target: { least: 1 },
      detail:
        `${proofs.length} of ${started} refused, before the load and after it, who had no token, a forged one or one that had ended since, no purpose, a case of nobody's or an application of somebody else's, who tried numbers in a row, and a bank's look at lines; ` +
        `subgraphs refused what was not signed, or by a stranger; ${answers} answers had a receipt each, all of them among ${records} records that stand unbroken and say who saw what` +
        (hadRedis
          ? `; ${sealed} values looked at in Redis were sealed, may be kept, and end in time`
          : "; none had a Redis"),
    },
  ];
}
