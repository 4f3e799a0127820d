import { Presets, SingleBar } from "cli-progress";

/** Shows how far a long command has come. */
export interface Progress {
  /** How much is done, of the total given at the start. */
  readonly advanceTo: (done: number) => void;
  readonly finish: () => void;
}

/** A bar on a terminal, nothing in a pipe or a log. */
export function startProgress(what: string, total: number): Progress {
  if (!process.stderr.isTTY) return { advanceTo: () => undefined, finish: () => undefined };
  const bar = new SingleBar(
    {
      format: `${what} {bar} {percentage} % · {value}/{total} · {eta_formatted}`,
      stream: process.stderr,
      hideCursor: true,
    },
    Presets.shades_classic,
  );
  bar.start(total, 0);
  return {
    advanceTo: done => bar.update(Math.min(done, total)),
    finish: () => {
      bar.update(total);
      bar.stop();
    },
  };
}
