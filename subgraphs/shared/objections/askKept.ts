import type { KeptKind, KeptThing } from "../../../schema/contract/keptThings";

/** The subgraphs of the sectors. */
export type KeepingSubgraph = "banking" | "telecom";

/** Asks a subgraph of a sector for one thing that it keeps; null for none. Rejects when it does not answer. */
export type AskKept = (source: KeepingSubgraph, kind: KeptKind, id: string) => Promise<KeptThing | null>;
