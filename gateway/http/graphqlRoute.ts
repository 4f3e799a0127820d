import { HeaderMap, type ApolloServer } from "@apollo/server";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { AllowBody } from "./bodyAllowance";
import { httpError } from "./httpError";
import { MAX_REPORT_BYTES } from "./httpLimits";

interface GraphqlRouteOptions<Context extends object> {
  readonly path: string;
  readonly server: ApolloServer<Context>;
  readonly createContext: (request: FastifyRequest) => Promise<Context>;
  readonly allowBody: AllowBody;
  /** Told when an answer has left. */
  readonly onAnswered: (status: number, seconds: number) => void;
}

const JSON_TYPE = "application/json; charset=utf-8";

/** GraphQL over HTTP: POST for everything, GET for what may stand in an address. */
export function addGraphqlRoute<Context extends object>(
  app: FastifyInstance,
  options: GraphqlRouteOptions<Context>,
): void {
  const { path } = options;
  app.route({
    method: ["GET", "POST"],
    url: path,
    bodyLimit: MAX_REPORT_BYTES,
    preParsing: options.allowBody,
    handler: (request, reply) => answer(options, request, reply),
  });
  app.route({
    method: ["PUT", "PATCH", "DELETE", "OPTIONS", "HEAD"],
    url: path,
    // A body of any kind is refused for its method, not for its kind.
    preParsing: (_request, reply) => void refuseMethod(reply),
    handler: (_request, reply) => refuseMethod(reply),
  });
}

function refuseMethod(reply: FastifyReply): FastifyReply {
  return reply
    .code(405)
    .header("allow", "GET, POST")
    .type(JSON_TYPE)
    .send(httpError("BAD_INPUT", "Use POST."));
}

async function answer<Context extends object>(
  { server, createContext, onAnswered }: GraphqlRouteOptions<Context>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const startedAt = process.hrtime.bigint();
  const answered = await server.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: request.method,
      headers: headersOf(request),
      body: request.body,
      search: searchOf(request.url),
    },
    context: () => createContext(request),
  });
  const { body, headers, status = 200 } = answered;
  if (body.kind !== "complete") throw new Error("no answer of this gateway comes in parts");
  for (const [name, value] of headers) void reply.header(name, value);
  // Apollo Server gives some answers a caching rule of its own.
  void reply.header("cache-control", "no-store");
  onAnswered(status, Number(process.hrtime.bigint() - startedAt) / 1e9);
  return reply.code(status).send(body.string);
}

function headersOf({ headers }: FastifyRequest): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  return map;
}

function searchOf(url: string): string {
  const start = url.indexOf("?");
  return start === -1 ? "" : url.slice(start);
}
