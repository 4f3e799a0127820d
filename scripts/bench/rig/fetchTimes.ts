/** How long a subgraph took to answer one question. */
export interface FetchTime {
  /** Whether it was asked if the purpose holds, before anything was planned. */
  readonly isVerdict: boolean;
  readonly ms: number;
}

/** What a timed subgraph has timed since this was last asked. */
export async function takeFetchTimes(origin: string): Promise<readonly FetchTime[]> {
  return (await (await fetch(origin)).json()) as FetchTime[];
}
