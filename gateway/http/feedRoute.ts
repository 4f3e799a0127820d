import type { FastifyInstance, FastifyReply } from "fastify";
import { GraphQLError } from "graphql";
import type { IncomingHttpHeaders } from "node:http";
import type { RequestClaims } from "../../schema/contract/claims";
import { isErrorCode, type ErrorCode } from "../../schema/contract/errors";
import { createFeedStream } from "./feedStream";
import { parsePlaces } from "./feedPlaces";
import { httpError } from "./httpError";
import type { FeedParts } from "./feedSector";

/** Memory for a page of each, and a share of the subgraphs' time. */
const MAX_STREAMS = 500;
/** A console, a job and a reconnection that overlaps. */
const MAX_STREAMS_OF_CALLER = 4;

/** `GET /feed`: what is new in all sectors that the caller may read, as server-sent events. */
export function addFeedRoute(app: FastifyInstance, parts: FeedParts): void {
  const open = new Map<ReturnType<typeof createFeedStream>, string>();
  app.addHook("preClose", done => {
    for (const stream of open.keys()) stream.end();
    done();
  });
  app.get("/feed", async (request, reply) => {
    const claims = await identifyOrRefuse(parts, request.headers, reply);
    if (claims === null) return reply;
    const places = parsePlaces(
      request.headers["last-event-id"],
      parts.sectors.map(({ name }) => name),
    );
    if (places === null) return refusePlace(reply);
    const own = [...open.values()].filter(caller => caller === claims.caller.id).length;
    if (open.size >= MAX_STREAMS || own >= MAX_STREAMS_OF_CALLER)
      return refuse(reply, 429, "RATE_LIMITED", "Too many feeds are open: close one first.");
    const stream = createFeedStream(parts, request.headers, places);
    open.set(stream, claims.caller.id);
    try {
      return await begin(stream, reply);
    } finally {
      open.delete(stream);
    }
  });
}

/** Answers the refusal itself, and null: a client without a token is nobody's fault but its own. */
async function identifyOrRefuse(
  { identify }: FeedParts,
  headers: IncomingHttpHeaders,
  reply: FastifyReply,
): Promise<RequestClaims | null> {
  try {
    return await identify(headers);
  } catch (error) {
    const code = error instanceof GraphQLError ? error.extensions.code : null;
    if (!isErrorCode(code) || !(error instanceof GraphQLError)) throw error;
    await refuse(reply, httpStatus(code), code, error.message);
    return null;
  }
}

/** Everything else that `identify` refuses for is about what was asked. */
function httpStatus(code: ErrorCode): number {
  if (code === "UNAUTHENTICATED") return 401;
  return code === "AUDIT_UNAVAILABLE" ? 503 : 403;
}

async function begin(
  stream: ReturnType<typeof createFeedStream>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const found = await stream.findSectors();
  if (found === "FORBIDDEN") return refuse(reply, 403, "FORBIDDEN", "You may read no feed.");
  // Else it would wait in silence for numbers that are given to others first.
  if (found === "BEYOND_END") return refusePlace(reply);
  reply.hijack();
  reply.raw.on("close", () => stream.end());
  if (reply.raw.destroyed) return reply; // the client left while it was found out what it may read
  reply.raw.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    // A connection that was kept for a next request would hold up a gateway that closes.
    connection: "close",
  });
  // Else they would wait for the first event, and the client for a sign that it is connected.
  reply.raw.flushHeaders();
  await stream.run(reply.raw);
  reply.raw.end();
  return reply;
}

function refusePlace(reply: FastifyReply): FastifyReply {
  return refuse(reply, 400, "BAD_INPUT", "`Last-Event-ID` is none that this feed has given.");
}

function refuse(
  reply: FastifyReply,
  status: number,
  code: Parameters<typeof httpError>[0],
  message: string,
): FastifyReply {
  return reply.code(status).type("application/json; charset=utf-8").send(httpError(code, message));
}
