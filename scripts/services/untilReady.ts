import type { ChildProcess } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";

const START_LIMIT_MS = 30_000; // both servers are up within one second; a loaded machine gets thirty
const POLL_MS = 30;

/** Waits until a server that was just started answers, and says what it wrote where it does not. */
export async function untilReady(
  child: ChildProcess,
  ask: () => Promise<void>,
  log: () => string,
): Promise<void> {
  const failures: Error[] = [];
  child.once("error", error => failures.push(error));
  child.once("exit", code => failures.push(new Error(`The server ended with code ${String(code)}.`)));
  const deadline = Date.now() + START_LIMIT_MS;
  for (;;) {
    const failure = failures[0];
    if (failure !== undefined) throw new Error(`A server did not start.\n${log()}`, { cause: failure });
    try {
      return await ask();
    } catch (error) {
      if (Date.now() > deadline) throw new Error(`A server does not answer.\n${log()}`, { cause: error });
      await pause(POLL_MS);
    }
  }
}
