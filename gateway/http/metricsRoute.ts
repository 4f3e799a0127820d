import type { FastifyInstance } from "fastify";
import type { Registry } from "prom-client";

/** `/metrics` in Prometheus' text form: this gateway's own, unless somebody else is to be asked. */
export function addMetricsRoute(
  app: FastifyInstance,
  registry: Registry,
  readAll: () => Promise<string> = () => registry.metrics(),
): void {
  app.get("/metrics", async (_request, reply) => reply.type(registry.contentType).send(await readAll()));
}
