import type { Logger } from "pino";
import { scrub } from "./scrub";

/** What Apollo's packages have to say, for our log. They may quote what a client or a subgraph sent. */
export function createApolloLogger(logger: Logger) {
  const text = (message: unknown) => ({
    detail: scrub(message instanceof Error ? message.message : String(message)),
  });
  return {
    debug: () => undefined,
    info: (message?: unknown) => logger.debug(text(message), "apollo"),
    warn: (message?: unknown) => logger.warn(text(message), "apollo"),
    error: (message?: unknown) => logger.error(text(message), "apollo"),
  };
}
