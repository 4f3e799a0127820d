import { Counter, Gauge, Histogram, Registry } from "prom-client";

/** Figures of a gateway. No label names a caller, an institution or a person. */
export interface GatewayMetrics {
  readonly registry: Registry;
  requestAnswered(status: number, seconds: number): void;
  errorSent(code: string): void;
  subgraphAsked(subgraph: string, outcome: string, seconds: number): void;
  breakerChanged(subgraph: string, state: string): void;
}

/** From a warm cache to a fetch at its limit. */
const SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

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
    registers,
  });
  return {
    registry,
    requestAnswered: (status, seconds) => requests.observe({ status: String(status) }, seconds),
    errorSent: code => errors.inc({ code }),
    subgraphAsked: (subgraph, outcome, seconds) => fetches.observe({ subgraph, outcome }, seconds),
    breakerChanged: (subgraph, state) => breakers.set({ subgraph }, BREAKER_LEVELS[state] ?? 0),
  };
}
