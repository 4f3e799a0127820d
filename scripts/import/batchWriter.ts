import type { Database } from "../../schema/database/openDatabase";
import {
  createImportProgressStore,
  type BatchResult,
  type ImportFile,
  type RejectedRow,
} from "../../subgraphs/shared/imports/importProgressStore";
import type { ItemVerdict } from "../../subgraphs/shared/reports/itemVerdict";
import { ItemState } from "../../subgraphs/shared/types/enums";
import { createCells } from "./createCells";
import type { FileBatch } from "./fileBatch";
import type { ImportKind, ImportParts } from "./importKind";

/** What is written, and where. */
export interface BatchTarget {
  readonly file: ImportFile;
  readonly kind: ImportKind;
  readonly columns: readonly string[];
}

/** Writes a batch with its own progress in one transaction; null: it had been written before. */
export type WriteBatch = (batch: FileBatch) => Promise<BatchResult | null>;

/** Makes a writer over a database. Several may work on one file, whatever processes they are in. */
export function createBatchWriter(
  { file, kind, columns }: BatchTarget,
  database: Database,
  parts: ImportParts,
): WriteBatch {
  const writeRows = kind.createWriter(parts);
  const places = new Map(columns.map((name, place) => [name, place]));

  return ({ number, rows, lines, isRetry }) => {
    const now = new Date();
    return database.transaction(async tx => {
      const progress = createImportProgressStore(tx, kind.store);
      const isOurs = isRetry
        ? await progress.claimRejected(file, number, lines)
        : await progress.claimBatch(file, number, now);
      if (!isOurs) return null;
      const isWhole = rows.map(cells => cells.length === columns.length);
      const whole = rows.filter((_, index) => isWhole[index]);
      const verdicts = (
        await writeRows(
          tx,
          whole.map(cells => createCells(cells, places)),
          now,
        )
      ).values();
      const outcomes = isWhole.map(one => (one ? verdicts.next().value : undefined));
      const result = toResult(outcomes, lines);
      await progress.completeBatch(file, number, result);
      return result;
    });
  };
}

function toResult(outcomes: readonly (ItemVerdict | undefined)[], lines: readonly number[]): BatchResult {
  const count = (state: ItemState): number => outcomes.filter(one => one?.state === state).length;
  const rejected = outcomes.flatMap((one, index): RejectedRow[] => {
    const line = lines[index] ?? 0;
    if (one === undefined)
      return [{ line, code: "BAD_INPUT", reason: "The row does not have the file's columns." }];
    if (one.state !== ItemState.REJECTED) return [];
    return [{ line, code: one.code ?? "BAD_INPUT", reason: one.message ?? "" }];
  });
  return { accepted: count(ItemState.ACCEPTED), duplicate: count(ItemState.DUPLICATE), rejected };
}
