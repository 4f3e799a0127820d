import { AggregatorRegistry } from "prom-client";
import { createGatewayMetrics } from "../../gateway/http/gatewayMetrics";
import { failOnUncaught } from "../cli/failOnUncaught";
import { runUntilStopped } from "../cli/runUntilStopped";
import { startGatewayProcess } from "./startGatewayProcess";
import { isToWorker, type FromWorker, type ToWorker } from "./workerMessages";

/** One of so many gateways at the same port: runs until the process that started it says so. */
export async function runGatewayWorker(
  environment: Readonly<Record<string, string | undefined>>,
  workers: number,
): Promise<void> {
  failOnUncaught();
  // Ctrl-C reaches every process of a terminal; the first one tells the others when to end.
  process.on("SIGINT", () => undefined);
  const metrics = createGatewayMetrics();
  AggregatorRegistry.setRegistries([metrics.registry]);
  new AggregatorRegistry(); // from now on the first process is told these figures when it asks
  try {
    const running = await startGatewayProcess(environment, { metrics, readMetrics: figuresOfAll, workers });
    tell({ duanka: "ready", address: running.address });
    await runUntilStopped(() => running.stop(), told("stop"));
  } finally {
    process.disconnect(); // or the channel would keep a process alive that has nothing left to do
  }
}

/** The figures of all workers together: whoever asks cannot choose whom they reach. */
async function figuresOfAll(): Promise<string> {
  const answer = told("figures");
  tell({ duanka: "askFigures" });
  const { text } = await answer;
  if (text === null) throw new Error("a worker did not tell its figures");
  return text;
}

function tell(message: FromWorker): void {
  process.send?.(message);
}

function told<Kind extends ToWorker["duanka"]>(kind: Kind): Promise<Extract<ToWorker, { duanka: Kind }>> {
  return new Promise(resolve => {
    function listen(message: unknown): void {
      if (!isToWorker(message) || message.duanka !== kind) return;
      process.off("message", listen);
      resolve(message as Extract<ToWorker, { duanka: Kind }>);
    }
    process.on("message", listen);
  });
}
