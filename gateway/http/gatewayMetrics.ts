import { Counter, Gauge, Histogram, Registry } from "prom-client";

/** Figures of a gateway. No label names a caller, an institution or a person. */
export interface GatewayMetrics {
  readonly registry: Registry;
  requestAnswered(status: number, seconds: number): void;
  errorSent(code: string): void;
  subgraphAsked(subgraph: string, outcome: string, seconds: number): void;
  breakerChanged(subgraph: string, state: string): void;
  readonly cache: CacheMetrics;
}

/** Figures of a gateway's cache. */
interface CacheMetrics {
  hit(): void;
  miss(): void;
  fillRefused(): void;
  unsealingFailed(): void;
  bypassed(reason: string): void;
  looked(seconds: number): void;
  invalidationLate(): void;
}

/** From a warm cache to a fetch at its limit. */
const SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** From a store in this process to a Redis at its limit. */
const CACHE_SECONDS = [0.0001, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1];

const BREAKER_LEVELS: Readonly<Record<string, number>> = { CLOSED: 0, HALF_OPEN: 1, OPEN: 2 };

/** A registry of its own for each gateway, so that several in one process do not count together. */
export function createGatewayMetrics(): GatewayMetrics {
  const registry = new Registry();
  const registers = [registry];
  const requests = new Histogram({
    name: "duanka_request_seconds",
    help: "Time from a whole request to its answer, by HTTP status.",
    labelNames: ["status"],
    buckets: SECONDS,
    registers,
  });
  const errors = new Counter({
    name: "duanka_errors_total",
    help: "Errors sent, by code.",
    labelNames: ["code"],
    registers,
  });
  const fetches = new Histogram({
    name: "duanka_subgraph_seconds",
    help: "Time of a question to a subgraph, by what came of it.",
    labelNames: ["subgraph", "outcome"],
    buckets: SECONDS,
    registers,
  });
  const breakers = new Gauge({
    name: "duanka_breaker_state",
    help: "0 closed, 1 half open, 2 open.",
    labelNames: ["subgraph"],
    aggregator: "max", // of several gateways at one port the worst counts
    registers,
  });
  return {
    registry,
    requestAnswered: (status, seconds) => requests.observe({ status: String(status) }, seconds),
    errorSent: code => errors.inc({ code }),
    subgraphAsked: (subgraph, outcome, seconds) => fetches.observe({ subgraph, outcome }, seconds),
    breakerChanged: (subgraph, state) => breakers.set({ subgraph }, BREAKER_LEVELS[state] ?? 0),
    cache: createCacheMetrics(registers),
  };
}

function createCacheMetrics(registers: Registry[]): CacheMetrics {
  const counter = (name: string, help: string) =>
    new Counter({ name: `duanka_cache_${name}_total`, help, registers });
  const hits = counter("hits", "Entities answered from the cache.");
  const misses = counter("misses", "Entities that the cache did not have.");
  const refused = counter("refused_fills", "Answers not kept, because what they were read from was changed.");
  const unsealed = counter(
    "unsealing_failures",
    "Values that were changed, moved or sealed with a lost key.",
  );
  const late = counter(
    "late_invalidations",
    "Mutations answered before the cache had forgotten what they touched.",
  );
  const bypasses = new Counter({
    name: "duanka_cache_bypasses_total",
    help: "Entities asked for past the cache, by reason.",
    labelNames: ["reason"],
    registers,
  });
  const delay = new Histogram({
    name: "duanka_cache_seconds",
    help: "Time that a fetch spent on the cache before its subgraph was asked.",
    buckets: CACHE_SECONDS,
    registers,
  });
  return {
    hit: () => hits.inc(),
    miss: () => misses.inc(),
    fillRefused: () => refused.inc(),
    unsealingFailed: () => unsealed.inc(),
    bypassed: reason => bypasses.inc({ reason }),
    looked: seconds => delay.observe(seconds),
    invalidationLate: () => late.inc(),
  };
}
