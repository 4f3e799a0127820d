import { createReadStream, rmSync, statSync } from "node:fs";
import { extname } from "node:path";
import type { Readable } from "node:stream";
import type { Database } from "../../schema/database/openDatabase";
import {
  createImportProgressStore,
  type ImportFile,
  type ImportTotals,
} from "../../subgraphs/shared/imports/importProgressStore";
import { CliError, EXIT_MISUSE } from "../cli/cliError";
import { createBatchWriter } from "./batchWriter";
import { digestFile } from "./digestFile";
import { eachInFlight } from "./eachInFlight";
import type { FileBatch } from "./fileBatch";
import type { FileReading } from "./fileRow";
import type { ImportKind, ImportParts } from "./importKind";
import { startImportProgress } from "./importProgress";
import { readBatches } from "./readBatches";
import { readCsv } from "./readCsv";
import { readNdjson } from "./readNdjson";
import { requireUtf8 } from "./requireUtf8";
import { writeRejectedFile } from "./writeRejectedFile";
import { startWriterThreads, type WriterThreads } from "./writerThreads";

/** A file and where its rows go. */
export interface ImportRun {
  readonly kind: ImportKind;
  readonly path: string;
  readonly database: Database;
  readonly parts: ImportParts;
  /** Threads that write beside each other over this address; null: this process writes by itself. */
  readonly threads: { readonly url: string; readonly count: number } | null;
}

/** What became of a file's rows, over all runs that it took. */
export interface ImportSummary extends ImportTotals {
  /** Rows whose end this run has found; that of the others was known, and of those rejected once more it still is. */
  readonly rowsNow: number;
  /** Where the rejected rows stand; null: there are none. */
  readonly rejectedFile: string | null;
}

/** How far earlier runs have come. */
interface WrittenBefore {
  readonly batches: ReadonlyMap<number, ReadonlySet<number>>;
  readonly totals: ImportTotals;
}

/**
 * Imports a file from where an earlier run left it; what was rejected then is tried again, since the rest of it may be
 * there now. Throws CliError for a file that cannot be understood.
 */
export async function runImport(run: ImportRun): Promise<ImportSummary> {
  const { kind, path, database } = run;
  const size = requireFile(path);
  await requireUtf8(path);
  const file: ImportFile = { digest: await digestFile(path), kind: kind.name };
  const progress = createImportProgressStore(database.db, kind.store);
  const before = { batches: await progress.batchesWritten(file), totals: await progress.totals(file) };
  const input = createReadStream(path);
  const reading = await openReading(path, input, kind);
  const rowsNow = await writeAll(run, file, reading, before, startImportProgress(size), input);
  const totals = await progress.totals(file);
  const rejectedFile = totals.rejected > 0 ? `${path}.rejected.csv` : null;
  if (rejectedFile === null) rmSync(`${path}.rejected.csv`, { force: true });
  else await writeRejectedFile(rejectedFile, database.db, kind, file);
  return { ...totals, rowsNow, rejectedFile };
}

async function writeAll(
  { kind, database, parts, threads }: ImportRun,
  file: ImportFile,
  { columns, rows }: FileReading,
  before: WrittenBefore,
  shown: ReturnType<typeof startImportProgress>,
  input: ReturnType<typeof createReadStream>,
): Promise<number> {
  const own: WriterThreads =
    threads === null
      ? { write: createBatchWriter({ file, kind, columns }, database, parts), close: () => Promise.resolve() }
      : startWriterThreads(threads.count, { url: threads.url, file, columns });
  // The next one is read meanwhile. More would wait in memory, and nothing is written sooner for it.
  const atOnce = threads?.count ?? 1;
  const { accepted, duplicate } = before.totals;
  const rowsBefore = accepted + duplicate;
  let written = 0;
  try {
    await eachInFlight(readBatches(rows), atOnce, async batch => {
      const open = openPartOf(batch, before);
      if (open === null) return;
      shown.beginAt(input.bytesRead, rowsBefore);
      const result = await own.write(open);
      if (result !== null) written += open.rows.length - (open.isRetry ? result.rejected.length : 0);
      shown.advanceTo(input.bytesRead, rowsBefore + written);
    });
    return written;
  } finally {
    shown.finish();
    await own.close();
    input.destroy();
  }
}

/** What of a batch is still to be written: all of it, the rows that were rejected before, or nothing. */
function openPartOf(batch: FileBatch, { batches }: WrittenBefore): FileBatch | null {
  const rejected = batches.get(batch.number);
  if (rejected === undefined) return batch;
  if (rejected.size === 0) return null;
  const isOpen = batch.lines.map(line => rejected.has(line));
  return {
    number: batch.number,
    rows: batch.rows.filter((_, index) => isOpen[index]),
    lines: batch.lines.filter((_, index) => isOpen[index]),
    isRetry: true,
  };
}

async function openReading(path: string, input: Readable, kind: ImportKind): Promise<FileReading> {
  const known = kind.columns.map(column => column.name);
  const isCsv = extname(path).toLowerCase() === ".csv";
  const reading = isCsv ? await readCsv(input) : readNdjson(input, known);
  const { columns } = reading;
  const missing = kind.columns.filter(({ name, isRequired }) => isRequired && !columns.includes(name));
  const problems = [
    ...missing.map(({ name }) => `the column ${name} is missing`),
    ...(columns.every(name => known.includes(name)) ? [] : ["it has columns that nothing is known of"]),
    ...(new Set(columns).size === columns.length ? [] : ["a column stands in it twice"]),
  ];
  if (problems.length === 0) return reading;
  input.destroy();
  throw new CliError(`The file cannot be imported: ${problems.join(", ")}.`, {
    next: `See what it must hold: duanka import ${kind.name} --template`,
    exitCode: EXIT_MISUSE,
  });
}

function requireFile(path: string): number {
  const isKnown = [".csv", ".ndjson", ".jsonl"].includes(extname(path).toLowerCase());
  const stat = statSync(path, { throwIfNoEntry: false });
  if (isKnown && stat?.isFile() === true) return stat.size;
  throw new CliError(isKnown ? "There is no such file." : "The file is neither .csv nor .ndjson.", {
    next: "Give a file that ends in .csv or .ndjson.",
    exitCode: EXIT_MISUSE,
  });
}
