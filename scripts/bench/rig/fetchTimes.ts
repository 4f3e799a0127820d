/** How long a subgraph took to answer one question. */
export interface FetchTime {
  /** The operation's name; that of a fetch tells whose plan it is of, which subgraph it asks and in which place. */
  readonly operation: string;
  readonly ms: number;
}

/** What a timed subgraph has timed since this was last asked. */
export async function takeFetchTimes(origin: string): Promise<readonly FetchTime[]> {
  return (await (await fetch(origin)).json()) as FetchTime[];
}
