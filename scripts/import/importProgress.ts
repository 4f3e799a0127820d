import { Presets, SingleBar } from "cli-progress";
import { printAside } from "../cli/print";

/** Shows how far an import has come: on a terminal a bar, elsewhere a line now and then. */
export interface ImportProgress {
  /** Bytes of the file that have been read, and rows that have been written. */
  advanceTo(bytes: number, rows: number): void;
  finish(): void;
}

/** Often enough in a log to see that it moves, seldom enough to read the log. */
const LINE_EVERY_MS = 10_000;

/** Starts it. Time left is told from the bytes of the file, since nobody knows its rows. */
export function startImportProgress(totalBytes: number): ImportProgress {
  const startedAt = Date.now();
  const rate = (rows: number): number => Math.round(rows / Math.max((Date.now() - startedAt) / 1_000, 0.001));
  if (process.stderr.isTTY) return startBar(totalBytes, rate);
  let toldAt = startedAt;
  return {
    advanceTo(bytes, rows) {
      const now = Date.now();
      if (now - toldAt < LINE_EVERY_MS || bytes === 0) return;
      toldAt = now;
      const secondsLeft = Math.round(((now - startedAt) / 1_000) * (totalBytes / bytes - 1));
      const percent = Math.floor((bytes / totalBytes) * 100);
      printAside(`${percent} % · ${rows} rows · ${rate(rows)} rows/s · ${secondsLeft} s left`);
    },
    finish: () => undefined,
  };
}

function startBar(totalBytes: number, rate: (rows: number) => number): ImportProgress {
  const bar = new SingleBar(
    {
      format: "{bar} {percentage} % · {rows} rows · {rate} rows/s · {eta_formatted} left",
      stream: process.stderr,
      hideCursor: true,
    },
    Presets.shades_classic,
  );
  bar.start(totalBytes, 0, { rows: 0, rate: 0 });
  return {
    advanceTo: (bytes, rows) => bar.update(Math.min(bytes, totalBytes), { rows, rate: rate(rows) }),
    finish: () => bar.stop(),
  };
}
