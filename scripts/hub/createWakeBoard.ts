import type { WakeBoard } from "../../schema/contract/wakeBoard";

/** A board for subgraphs and gateway that share a process. */
export function createWakeBoard(): WakeBoard {
  const listeners = new Map<string, Set<() => void>>();
  return {
    ring: subgraph => listeners.get(subgraph)?.forEach(wake => wake()),
    listen(subgraph, wake) {
      const woken = listeners.get(subgraph) ?? new Set();
      listeners.set(subgraph, woken.add(wake));
      return () => void woken.delete(wake);
    },
  };
}
