import type { BatchResult, ImportFile } from "../../subgraphs/shared/imports/importProgressStore";

/** What a writing thread is started with; its keys it reads from the environment. */
export interface WorkerTask {
  readonly url: string;
  readonly file: ImportFile;
  readonly columns: readonly string[];
}

/** What a writing thread says of a batch. */
export type BatchAnswer =
  | { readonly number: number; readonly result: BatchResult | null }
  | { readonly number: number; readonly failure: string };
