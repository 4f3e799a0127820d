import { failOnUncaught } from "../cli/failOnUncaught";
import { print, printJson } from "../cli/print";
import { runUntilStopped } from "../cli/runUntilStopped";
import type { RunningProcess } from "../separate/runningProcess";

/** Starts a server process, says where it answers, and waits for the signal that ends it. */
export async function serve(
  name: string,
  start: () => Promise<RunningProcess>,
  { json }: { readonly json: boolean },
): Promise<void> {
  failOnUncaught();
  const running = await start();
  if (json) printJson({ name, address: running.address, pid: process.pid });
  else print(`${name} answers at ${running.address}`);
  await runUntilStopped(() => running.stop());
}
