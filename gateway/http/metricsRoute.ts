import type { FastifyInstance } from "fastify";
import type { Registry } from "prom-client";

/** `/metrics` in Prometheus' text form. */
export function addMetricsRoute(app: FastifyInstance, registry: Registry): void {
  app.get("/metrics", async (_request, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  );
}
