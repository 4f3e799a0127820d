import type { FastifyReply, FastifyRequest } from "fastify";
import type { IncomingHttpHeaders } from "node:http";
import { Transform, type Readable } from "node:stream";
import { LARGE_BODIES_AT_ONCE, LARGE_BODY_RETRY_SECONDS, MAX_BODY_BYTES } from "./httpLimits";

/** Whether who sends these headers is known and reports in bulk. */
export type IsReporter = (headers: IncomingHttpHeaders) => Promise<boolean>;

/** Lets a body pass before a byte of it is read, or throws with its HTTP status. */
export type AllowBody = (request: FastifyRequest, reply: FastifyReply, body: Readable) => Promise<Readable>;

/** Whether a request says that its body is larger than everybody's may be. */
export function hasLargeBody(headers: IncomingHttpHeaders): boolean {
  return Number(headers["content-length"] ?? 0) > MAX_BODY_BYTES;
}

/**
 * Everybody may send a small body; a large one is read for a known reporter alone, and only if it says before how
 * large it is. A few of them are read at once.
 */
export function createBodyAllowance(isReporter: IsReporter): AllowBody {
  let large = 0;
  return async ({ headers }, reply, body) => {
    if (headers["content-length"] === undefined) return body.pipe(createByteLimit());
    if (!hasLargeBody(headers)) return body;
    if (!(await isReporter(headers))) throw withStatus(413);
    if (large >= LARGE_BODIES_AT_ONCE) {
      void reply.header("retry-after", LARGE_BODY_RETRY_SECONDS);
      throw withStatus(429);
    }
    large += 1;
    // Also where the sender hangs up in the middle.
    reply.raw.once("close", () => void (large -= 1));
    return body;
  };
}

function createByteLimit(): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > MAX_BODY_BYTES) done(withStatus(413));
      else done(null, chunk);
    },
  });
}

function withStatus(statusCode: number): Error {
  return Object.assign(new Error("the body is not read"), { statusCode });
}
