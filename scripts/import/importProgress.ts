import { Presets, SingleBar } from "cli-progress";
import { printAside } from "../cli/print";

/** Shows how far an import has come: on a terminal a bar, elsewhere a line now and then. */
export interface ImportProgress {
  /** Told where this run begins to write; only the first time counts. What earlier runs wrote says nothing of its pace. */
  beginAt(bytes: number, rows: number): void;
  /** Bytes of the file that have been read, and rows that have been written. */
  advanceTo(bytes: number, rows: number): void;
  finish(): void;
}

/** How far a run has come at a moment. */
export interface RunPlace {
  readonly at: number;
  readonly bytes: number;
  readonly rows: number;
}

/** Often enough in a log to see that it moves, seldom enough to read the log. */
const LINE_EVERY_MS = 10_000;

/** Starts it. Time left is told from the bytes of the file, since nobody knows its rows. */
export function startImportProgress(totalBytes: number): ImportProgress {
  const bar = process.stderr.isTTY ? createBar() : null;
  let began: RunPlace | null = null;
  let toldAt = 0;
  return {
    beginAt(bytes, rows) {
      if (began !== null) return;
      toldAt = Date.now();
      began = { at: toldAt, bytes, rows };
      bar?.start(totalBytes, Math.min(bytes, totalBytes), { rows, rate: 0, left: "" });
    },
    advanceTo(bytes, rows) {
      if (began === null) return;
      const now = { at: Date.now(), bytes, rows };
      const { rate, secondsLeft } = paceOf(began, now, totalBytes);
      const left = secondsLeft === null ? "" : ` · ${secondsLeft} s left`;
      if (bar !== null) {
        bar.update(Math.min(bytes, totalBytes), { rows, rate, left });
        return;
      }
      if (now.at - toldAt < LINE_EVERY_MS) return;
      toldAt = now.at;
      const percent = Math.floor((bytes / totalBytes) * 100);
      printAside(`${percent} % · ${rows} rows · ${rate} rows/s${left}`);
    },
    finish: () => bar?.stop(),
  };
}

/** The pace of this run, and how long the rest of the file takes at it; null: that cannot be told yet. */
export function paceOf(
  began: RunPlace,
  now: RunPlace,
  totalBytes: number,
): { readonly rate: number; readonly secondsLeft: number | null } {
  const seconds = Math.max((now.at - began.at) / 1_000, 0.001);
  const bytes = now.bytes - began.bytes;
  return {
    rate: Math.round((now.rows - began.rows) / seconds),
    secondsLeft: bytes > 0 ? Math.round((seconds * Math.max(totalBytes - now.bytes, 0)) / bytes) : null,
  };
}

function createBar(): SingleBar {
  return new SingleBar(
    {
      format: "{bar} {percentage} % · {rows} rows · {rate} rows/s{left}",
      stream: process.stderr,
      hideCursor: true,
    },
    Presets.shades_classic,
  );
}
