import type { FastifyInstance } from "fastify";
import { once } from "node:events";
import { createServer } from "node:net";
import { CliError } from "./cliError";

/** How often, while closing, connections whose last answer has just left are looked for. */
const CLOSE_IDLE_EVERY_MS = 50;

/** Starts to listen and answers the address; an address that is taken or not allowed is told plainly. */
export async function listen(app: FastifyInstance, host: string, port: number): Promise<string> {
  closeIdleWhileClosing(app);
  try {
    return await app.listen({ host, port });
  } catch (error) {
    throw explainListenError(error, port);
  }
}

/**
 * Closing ends the connections that are idle at that moment. One that is being answered would be kept open for the
 * client's next request, and hold up the end for as long as the client likes.
 */
function closeIdleWhileClosing(app: FastifyInstance): void {
  app.addHook("preClose", done => {
    const timer = setInterval(() => app.server.closeIdleConnections(), CLOSE_IDLE_EVERY_MS).unref();
    app.server.once("close", () => clearInterval(timer));
    done();
  });
}

/** Throws where a port is taken: better told before a long start than after it. */
export async function requireFreePort(host: string, port: number): Promise<void> {
  const probe = createServer();
  try {
    probe.listen(port, host);
    await once(probe, "listening");
  } catch (error) {
    throw explainListenError(error, port);
  }
  probe.close();
  await once(probe, "close");
}

/** What a failed attempt to listen means for whoever chose the port. */
export function explainListenError(error: unknown, port: number): unknown {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : null;
  if (code === "EADDRINUSE") {
    return new CliError(`Port ${port} is in use by another program.`, {
      next: "Stop that program, or choose another port: --port or PORT, and the identity provider takes the next one.",
    });
  }
  if (code === "EACCES") {
    return new CliError(`Port ${port} may not be used by this user.`, { next: "Choose a port above 1023." });
  }
  return error;
}
