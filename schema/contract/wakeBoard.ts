/**
 * Tells those who sleep that a subgraph's feed has grown. A call may be lost, since every sleeper wakes by a timer
 * too: it saves time and carries nothing.
 */
export interface WakeBoard {
  ring(subgraph: string): void;
  /** Answers how to stop listening. */
  listen(subgraph: string, wake: () => void): () => void;
}
