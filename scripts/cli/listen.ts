import type { FastifyInstance } from "fastify";
import { CliError } from "./cliError";

/** Starts to listen and answers the address; an address that is taken or not allowed is told plainly. */
export async function listen(app: FastifyInstance, host: string, port: number): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (error) {
    throw explainListenError(error, port);
  }
}

/** What a failed attempt to listen means for whoever chose the port. */
export function explainListenError(error: unknown, port: number): unknown {
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code === "EADDRINUSE") {
    return new CliError(`Port ${port} is in use by another program.`, { next: "Choose another port." });
  }
  if (code === "EACCES") {
    return new CliError(`Port ${port} may not be used by this user.`, { next: "Choose a port above 1023." });
  }
  return error;
}
