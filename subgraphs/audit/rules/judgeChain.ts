// N16-6: access records are proof, so what is missing or changed in them must show.
import type { ChainFindings } from "../store/chainStore";
import type { AuditChain } from "../types/AuditChain";

/** Names the first record of a chain that is missing, or that a signed checkpoint contradicts. */
export function judgeChain({
  chain,
  records,
  lastSequence,
  lastCheckpointAt,
  unconfirmed,
  gap,
}: ChainFindings): AuditChain {
  // A checkpoint beyond the last record tells of a cut tail: the first bad one is the first that is not there.
  const contradicted = unconfirmed === null ? null : Math.min(unconfirmed, lastSequence + 1);
  const bad = [contradicted, gap].filter(sequence => sequence !== null);
  return {
    chain,
    length: records,
    lastCheckpointAt,
    intact: bad.length === 0,
    firstBadSequence: bad.length === 0 ? null : String(Math.min(...bad)),
  };
}
