import { tell } from "./runProgram";

/** A server that met an error nobody caught ends, and says so without showing what it was working on. */
export function failOnUncaught(): void {
  const fail = (error: unknown): never => process.exit(tell(error));
  process.on("uncaughtException", fail);
  process.on("unhandledRejection", fail);
}
