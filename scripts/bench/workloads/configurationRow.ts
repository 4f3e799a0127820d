import type { Proof } from "../rig/proveProduction";
import type { BenchRow } from "./workload";

/** What our gateways have proved while they were measured; nothing where none was. */
export function configurationRow(proofs: readonly Proof[]): readonly BenchRow[] {
  if (proofs.length === 0) return [];
  const sum = (of: (proof: Proof) => number): number => proofs.reduce((total, proof) => total + of(proof), 0);
  const answers = sum(proof => proof.answers);
  const records = sum(proof => proof.records);
  const sealed = sum(proof => proof.sealed ?? 0);
  return [
    {
      workload: "configuration",
      what: "signed access records : answers under load",
      figure: records / answers,
      target: { least: 1 },
      detail:
        `${proofs.length} gateways refused who had no token, no purpose or a case of nobody's, and a bank's look at lines; ` +
        `subgraphs refused what was not signed; ${answers} answers had a receipt each, and ${records} records stand unbroken; ` +
        `${sealed} values looked at in Redis were sealed`,
    },
  ];
}
