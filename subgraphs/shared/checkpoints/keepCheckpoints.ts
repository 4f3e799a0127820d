import type { RunningSubgraph } from "../runningSubgraph";
import type { CheckpointStore } from "./checkpointStore";

/** Where checkpoints go in one subgraph. */
type Deposits = Pick<CheckpointStore, "depositCheckpoint">;

/** What `CheckpointResolver` works with. */
export interface CheckpointContext {
  readonly checkpoints: Deposits;
}

/** Gives a subgraph whose schema has `CheckpointResolver` a place for the checkpoints. */
export function keepCheckpoints(running: RunningSubgraph, checkpoints: Deposits): RunningSubgraph {
  return {
    ...running,
    createContext: claims => Object.assign(running.createContext(claims), { checkpoints }),
  };
}
