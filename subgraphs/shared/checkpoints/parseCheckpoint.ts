import { HubError } from "../../../schema/contract/errors";
import type { Checkpoint } from "./checkpointStore";

const CHAIN = /^[0-9]{17}-[0-9a-f]{8}$/;
const SEQUENCE = /^(0|[1-9][0-9]{0,14})$/;
const HASH = /^[0-9a-f]{64}$/;
const SIGNATURE = /^[A-Za-z0-9_-]{86}$/;

/** A checkpoint as it comes in. */
export interface GivenCheckpoint {
  readonly chain: string;
  readonly sequence: string;
  readonly hash: string;
  readonly at: Date;
  readonly signature: string;
}

/** A checkpoint as it is kept. Throws BAD_INPUT; whether the signature is good is for whoever verifies the chain. */
export function parseCheckpoint({ chain, sequence, hash, at, signature }: GivenCheckpoint): Checkpoint {
  const isWellFormed =
    CHAIN.test(chain) && SEQUENCE.test(sequence) && HASH.test(hash) && SIGNATURE.test(signature);
  if (!isWellFormed) throw new HubError("BAD_INPUT", "This is no checkpoint of a chain of access records.");
  return { chain, sequence: Number(sequence), hash, at: at.toISOString(), signature };
}
