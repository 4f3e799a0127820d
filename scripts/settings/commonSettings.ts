import { isIP } from "node:net";
import { optional } from "./readSettings";

const LOG_LEVELS: readonly string[] = ["trace", "debug", "info", "warn", "error", "fatal", "silent"];
const LARGEST_PORT = 65_535;
/** Whoever wants to be reached from other machines says so, and puts TLS in front. */
const DEFAULT_HOST = "127.0.0.1";

/** What every server process can be told. */
export function commonSettings(defaultPort: number) {
  return {
    port: optional("PORT", parsePort, defaultPort),
    host: optional("HOST", parseHost, DEFAULT_HOST),
    logLevel: optional("LOG_LEVEL", parseLogLevel, "info"),
  };
}

/** The number of a port; 0 for any that is free. */
export function parsePort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= LARGEST_PORT) return port;
  throw new Error(`must be a number from 0 to ${LARGEST_PORT}`);
}

function parseHost(text: string): string {
  if (isIP(text) !== 0 || text === "localhost") return text;
  throw new Error("must be an IP address, such as 0.0.0.0");
}

function parseLogLevel(text: string): string {
  if (LOG_LEVELS.includes(text)) return text;
  throw new Error(`must be one of ${LOG_LEVELS.join(", ")}`);
}

/** Address of a Redis, or those of the nodes of a cluster, or of sentinels that know where it is. */
export function parseRedisUrls(text: string): readonly string[] {
  const urls = text.split(",").map(url => url.trim());
  const isOfForm = (form: RegExp) => urls.every(url => URL.canParse(url) && form.test(url));
  if (isOfForm(/^rediss?:\/\/./) || isOfForm(/^sentinel:\/\/[^/]+\/./)) return urls;
  throw new Error(
    "must be redis:// or rediss:// addresses, or sentinel://host:port/name for each sentinel, separated by commas",
  );
}

/** The address of an HTTP service. */
export function parseHttpUrl(text: string): string {
  if (URL.canParse(text) && /^https?:/.test(text)) return text;
  throw new Error("must be an http:// or https:// address");
}
