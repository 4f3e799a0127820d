import { printAside } from "./print";

/** A balancer has noticed, requests in flight are answered: more than any of them may take. */
const STOP_LIMIT_MS = 10_000;
const SIGNALS = ["SIGINT", "SIGTERM"] as const;
/** What a shell reports for a process that a signal ended: 128 and the signal's number. */
const EXIT_BY_SIGNAL = { SIGINT: 130, SIGTERM: 143 } as const;

/**
 * Waits for Ctrl-C or SIGTERM, unless told to wait for something else, then lets `stop` finish what is under way. A
 * signal after that, or `stop` taking too long, ends the process at once.
 */
export async function runUntilStopped(
  stop: () => Promise<void>,
  asked: Promise<unknown> = firstSignal(),
): Promise<void> {
  await asked;
  for (const signal of SIGNALS) process.once(signal, () => process.exit(EXIT_BY_SIGNAL[signal]));
  printAside("Stopping …");
  setTimeout(() => {
    printAside("error: what was under way did not end in time; it was cut off.");
    process.exit(1);
  }, STOP_LIMIT_MS).unref();
  await stop();
}

function firstSignal(): Promise<void> {
  return new Promise(resolve => {
    const begin = (): void => {
      for (const signal of SIGNALS) process.removeListener(signal, begin);
      resolve();
    };
    for (const signal of SIGNALS) process.on(signal, begin);
  });
}
