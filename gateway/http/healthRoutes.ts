import type { FastifyInstance } from "fastify";

/** Whether requests should be sent here. */
export type IsReady = () => boolean;

/** `/healthz`: the process is alive. `/readyz`: it takes requests; no longer, once it is stopping. */
export function addHealthRoutes(app: FastifyInstance, isReady: IsReady): void {
  app.get("/healthz", () => ({ status: "ok" }));
  app.get("/readyz", (_request, reply) => {
    const ready = isReady();
    return reply.code(ready ? 200 : 503).send({ status: ready ? "ready" : "not ready" });
  });
}
