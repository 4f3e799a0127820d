import { createHash } from "node:crypto";
import type { AccessRecordRow } from "../../../subgraphs/audit/store/accessRecordRow";
import { record } from "./auditHub";

/** The records 1 to `length` of a chain, a second apart, each with a hash of its own. */
export function createBatch(chain: string, length: number, startsAt: string): AccessRecordRow[] {
  return Array.from({ length }, (_, index) =>
    record(index + 1, {
      chain,
      at: new Date(Date.parse(startsAt) + index * 1_000).toISOString(),
      hash: createHash("sha256")
        .update(`${chain}|${index + 1}`)
        .digest("hex"),
      subjectIds: [],
    }),
  );
}
