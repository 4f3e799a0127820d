/** A server process that is up. */
export interface RunningProcess {
  readonly address: string;
  stop(): Promise<void>;
}
