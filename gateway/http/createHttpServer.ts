import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply } from "fastify";
import { HubError, type ErrorCode } from "../../schema/contract/errors";
import { httpError } from "./httpError";
import {
  HEADERS_RECEIVED_WITHIN_MS,
  IDLE_CONNECTION_MS,
  LATE_REQUESTS_CHECKED_EVERY_MS,
  MAX_BODY_BYTES,
  MAX_HEADER_BYTES,
  MAX_REPORT_BYTES,
  REQUEST_RECEIVED_WITHIN_MS,
} from "./httpLimits";
import { parseJsonBody } from "./parseJsonBody";

interface HttpServerOptions {
  readonly createErrorId: () => string;
  /** Told of errors that nobody expected, for the log. */
  readonly onUnexpected: (error: Error, id: string) => void;
}

/** A fastify server that refuses in JSON whatever is wrong, waits for nobody, and logs no address. */
export function createHttpServer(options: HttpServerOptions): FastifyInstance {
  const app = Fastify({
    logger: false,
    bodyLimit: MAX_BODY_BYTES,
    requestTimeout: REQUEST_RECEIVED_WITHIN_MS,
    keepAliveTimeout: IDLE_CONNECTION_MS,
    // On closing: who is being answered is answered, who is idle is not waited for.
    forceCloseConnections: "idle",
    return503OnClosing: true,
    exposeHeadRoutes: false,
    routerOptions: { ignoreTrailingSlash: false },
    http: {
      headersTimeout: HEADERS_RECEIVED_WITHIN_MS,
      connectionsCheckingInterval: LATE_REQUESTS_CHECKED_EVERY_MS,
      maxHeaderSize: MAX_HEADER_BYTES,
    },
    // Answered before any route is known, for example where the address itself is malformed.
    frameworkErrors: (_error, _request, reply) =>
      void send(reply, 400, "BAD_INPUT", "The request is malformed."),
  });
  acceptStrictJson(app);
  app.addHook("onRequest", async (_request, reply) => {
    void reply.headers({ "cache-control": "no-store", "x-content-type-options": "nosniff" });
  });
  closeAnsweredConnections(app);
  app.setNotFoundHandler((_request, reply) =>
    send(reply, 404, "NOT_FOUND", "There is nothing at this address."),
  );
  app.setErrorHandler((error: FastifyError, _request, reply) => sendError(error, reply, options));
  return app;
}

/** While the server closes: an answered connection would stay open for the next request, which never comes. */
function closeAnsweredConnections(app: FastifyInstance): void {
  let isClosing = false;
  app.addHook("preClose", done => {
    isClosing = true;
    done();
  });
  app.addHook("onSend", (_request, reply, payload, done) => {
    if (isClosing) void reply.header("connection", "close");
    done(null, payload);
  });
}

function acceptStrictJson(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("application/json", { parseAs: "buffer" }, (request, body, done) => {
    const refusal = refusalOf(request.headers);
    if (refusal !== null) return done(Object.assign(new Error(refusal), { statusCode: 415 }));
    try {
      done(null, parseJsonBody(body as Buffer));
    } catch (error) {
      done(error as Error);
    }
  });
}

function refusalOf(headers: {
  "content-encoding"?: string | undefined;
  "content-type"?: string | undefined;
}): string | null {
  const encoding = headers["content-encoding"] ?? "identity";
  // Nothing is unpacked here, so nothing small can become large.
  if (encoding.toLowerCase() !== "identity") return "Send the body without a content-encoding.";
  const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(headers["content-type"] ?? "")?.[1] ?? "utf-8";
  return /^utf-?8$/i.test(charset) ? null : "Send the body in UTF-8.";
}

const REFUSALS: ReadonlyMap<number, readonly [ErrorCode, string]> = new Map<
  number,
  readonly [ErrorCode, string]
>([
  [
    413,
    [
      "LIMIT_EXCEEDED",
      `The body is larger than ${MAX_BODY_BYTES} bytes, or than ${MAX_REPORT_BYTES} from who reports. Send it in parts.`,
    ],
  ],
  [415, ["BAD_INPUT", "Send application/json in UTF-8, not packed."]],
  [429, ["RATE_LIMITED", "Several large reports are being read. Send this one again in a moment."]],
  [503, ["INTERNAL", "The hub is stopping. Try again at once: another will answer."]],
]);

function sendError(error: FastifyError, reply: FastifyReply, options: HttpServerOptions): FastifyReply {
  if (error instanceof HubError) return send(reply, 400, error.code, error.message);
  const status = error.statusCode ?? 500;
  const known = REFUSALS.get(status);
  if (known !== undefined) return send(reply, status, ...known);
  if (status < 500) return send(reply, status, "BAD_INPUT", "The request is malformed.");
  const id = options.createErrorId();
  options.onUnexpected(error, id);
  return send(reply, 500, "INTERNAL", "The hub met an error. The id leads to it in the log.", id);
}

function send(
  reply: FastifyReply,
  status: number,
  code: ErrorCode,
  message: string,
  id?: string,
): FastifyReply {
  return reply
    .code(status)
    .type("application/json; charset=utf-8")
    .send(httpError(code, message, id));
}
