import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply } from "fastify";
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { CallerKind } from "../../schema/contract/claims";

const NONCE_BYTES = 16;
/** Stands in the built page wherever the nonce of the answer belongs. */
const NONCE_MARK = /__CSP_NONCE__/g;
/** The name of a built file holds the hash of its content, so what it names never changes. */
const ONE_YEAR_MS = 365 * 24 * 3_600_000;

/** Where somebody can sign in. */
export interface ConsoleIssuer {
  readonly name: string;
  readonly kind: CallerKind;
  /** Exactly the `iss` of its tokens; its discovery document stands below it. */
  readonly issuer: string;
}

/** What the web page is told. */
export interface ConsoleParts {
  /** The folder into which the page was built. */
  readonly folder: string;
  readonly issuers: readonly ConsoleIssuer[];
}

/** The web page at `/`: nothing in it comes from elsewhere, and nothing may be put into it. */
export function serveConsole(app: FastifyInstance, { folder, issuers }: ConsoleParts): void {
  const page = readFileSync(join(folder, "index.html"), "utf8");
  const origins = [...new Set(issuers.map(({ issuer }) => new URL(issuer).origin))];
  app.get("/", (_request, reply) => sendPage(reply, page, origins));
  app.get("/console/config.json", () => ({ issuers }));
  void app.register(fastifyStatic, {
    root: join(folder, "assets"),
    prefix: "/assets/",
    index: false,
    maxAge: ONE_YEAR_MS,
    immutable: true,
    // Made smaller once, when the page was built, and not for each reader.
    preCompressed: true,
  });
}

function sendPage(reply: FastifyReply, page: string, issuerOrigins: readonly string[]): FastifyReply {
  const nonce = randomBytes(NONCE_BYTES).toString("base64");
  const policy = [
    "default-src 'self'",
    // The component kit writes its styles while it runs; with the nonce it alone may.
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    ["connect-src 'self'", ...issuerOrigins].join(" "),
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
  return reply
    .headers({
      "cache-control": "no-store",
      "content-security-policy": policy,
      "cross-origin-opener-policy": "same-origin",
      "referrer-policy": "no-referrer",
    })
    .type("text/html; charset=utf-8")
    .send(page.replace(NONCE_MARK, nonce));
}
