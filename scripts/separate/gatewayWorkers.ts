import cluster, { type Worker } from "node:cluster";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { AggregatorRegistry } from "prom-client";
import { CliError } from "../cli/cliError";
import { printAside } from "../cli/print";
import type { RunningProcess } from "./runningProcess";
import { isFromWorker, type ToWorker } from "./workerMessages";

type Figures = Pick<AggregatorRegistry<"text/plain; version=0.0.4; charset=utf-8">, "clusterMetrics">;

/** A worker that ends as soon as it has started must not take the machine with it. */
const PAUSE_BEFORE_ANEW_MS = 1_000;

/**
 * Starts that many gateways as processes which share one port; one that ends unasked is started anew. They have the
 * folder of access records in common, each with a chain of its own, and everything else in Redis and the stores.
 */
export async function startGatewayWorkers(
  environment: Readonly<Record<string, string | undefined>>,
  count: number,
): Promise<RunningProcess> {
  if (!environment.REDIS_URL) {
    throw new CliError("Several workers have to count callers' limits together, and they do that in Redis.", {
      next: "Set REDIS_URL, or leave --workers away.",
    });
  }
  const figures = new AggregatorRegistry();
  const running = new Map<Worker, "starting" | "answering">();
  let isStopping = false;

  async function start(): Promise<string> {
    const worker = cluster.fork();
    running.set(worker, "starting");
    worker.once("exit", () => running.delete(worker));
    const address = await readyAddress(worker, figures);
    running.set(worker, "answering");
    worker.once("exit", (code: number | null, signal: string | null) => {
      if (!isStopping)
        void startAnew(`worker ${worker.process.pid} ended (${signal ?? code}); another is started`);
    });
    return address;
  }

  async function startAnew(why: string): Promise<void> {
    printAside(why);
    await pause(PAUSE_BEFORE_ANEW_MS);
    if (isStopping) return;
    await start().catch((error: unknown) => startAnew(error instanceof Error ? error.message : "no worker"));
  }

  async function stop(): Promise<void> {
    isStopping = true;
    await Promise.all([...running].map(([worker, state]) => endWorker(worker, state === "answering")));
  }

  try {
    // The first alone: what is wrong with the environment is then told once.
    const address = await start();
    await Promise.all(Array.from({ length: count - 1 }, start));
    return { address, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Where the worker answers, once it does; throws where it ends before, which has told why. */
async function readyAddress(worker: Worker, figures: Figures): Promise<string> {
  return new Promise((resolve, reject) => {
    worker.on("message", (message: unknown) => {
      if (!isFromWorker(message)) return;
      if (message.duanka === "ready") resolve(message.address);
      else void tellFigures(worker, figures);
    });
    worker.once("exit", () =>
      reject(new CliError("A worker ended before it answered.", { next: "See above." })),
    );
  });
}

async function tellFigures(worker: Worker, figures: Figures): Promise<void> {
  const text = await figures.clusterMetrics().catch(() => null);
  if (worker.isConnected()) worker.send({ duanka: "figures", text } satisfies ToWorker);
}

/** Who answers ends what is under way; who does not yet has nothing to end, and does not listen either. */
async function endWorker(worker: Worker, isAnswering: boolean): Promise<void> {
  if (worker.isDead()) return;
  const ended = once(worker, "exit");
  if (isAnswering) worker.send({ duanka: "stop" } satisfies ToWorker);
  else worker.process.kill("SIGKILL");
  await ended;
}
