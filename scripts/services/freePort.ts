import { randomInt } from "node:crypto";
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { createServer } from "node:net";

/**
 * Below the ports that Linux and macOS give to outgoing connections: a port from among those may have become
 * somebody's connection by the time its server listens.
 */
const FIRST_PORT = 20_000;
const LAST_PORT = 32_000;
const TRIES = 20;

/**
 * A port of the loopback interface that nobody listens on, and that no other caller of this function, in whichever
 * process, is given while this process lives: a server needs a moment until it listens, and another one could take
 * its port meanwhile. With `neighbours`, as many ports after it are free and kept as well.
 */
export async function freePort(neighbours = 0): Promise<number> {
  for (let tried = 0; tried < TRIES; tried++) {
    const port = randomInt(FIRST_PORT, LAST_PORT - neighbours + 1);
    if (await keepAll(port, port + neighbours)) return port;
  }
  throw new Error(`None of ${TRIES} ports between ${FIRST_PORT} and ${LAST_PORT} is free.`);
}

async function keepAll(first: number, last: number): Promise<boolean> {
  for (let port = first; port <= last; port++) if (!(await keep(port)) || !(await isFree(port))) return false;
  return true;
}

/**
 * Keeps a port with the UDP socket of the same number, which nothing here uses: the kernel gives each to one process
 * alone, and takes it back when that process ends, however it ends.
 */
async function keep(port: number): Promise<boolean> {
  const keeper = createSocket("udp4");
  try {
    keeper.bind({ port, address: "127.0.0.1", exclusive: true });
    await once(keeper, "listening");
    keeper.unref();
    return true;
  } catch {
    keeper.close();
    return false;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}
