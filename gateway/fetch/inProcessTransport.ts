import type { DocumentNode, ExecutionResult } from "graphql";
import type { RequestClaims } from "../../schema/contract/claims";
import { FETCH_LIMIT_MS } from "./fetchLimits";
import { SubgraphFailure } from "./subgraphFailure";
import type { SubgraphRequest, SubgraphTransport } from "./subgraphTransport";
import { timeToAnswer } from "./timeToAnswer";
import { withinTime } from "../withinTime";

/** A subgraph in the same process. The document is the same object each time the same fetch is made. */
export type ExecuteInProcess = (
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
  operationName: string | undefined,
  claims: RequestClaims,
) => Promise<ExecutionResult>;

/** Hands operations over to subgraphs that run in this process: no HTTP, no signature, no parsing. */
export function createInProcessTransport(
  subgraphs: ReadonlyMap<string, ExecuteInProcess>,
  fetchLimitMs: number = FETCH_LIMIT_MS,
): SubgraphTransport {
  return {
    async send(request) {
      const execute = subgraphs.get(request.subgraph);
      if (execute === undefined) throw new Error(`no subgraph "${request.subgraph}" runs in this process`);
      const { document, variables, operationName, claims } = request;
      const answer = await inTime(request, fetchLimitMs, () =>
        execute(document, variables, operationName, claims),
      );
      return toWire(answer);
    },
  };
}

async function inTime<T>(request: SubgraphRequest, fetchLimitMs: number, work: () => Promise<T>): Promise<T> {
  const { limitMs, fail } = timeToAnswer(request, fetchLimitMs);
  try {
    return await withinTime(work(), limitMs, fail);
  } catch (error) {
    if (error instanceof SubgraphFailure) throw error;
    throw new SubgraphFailure(request.subgraph, "UNREACHABLE", "the subgraph threw", { cause: error });
  }
}

/** What the answer would be on the other end of a wire: errors as plain objects, values as JSON. */
function toWire({ data, errors, extensions }: ExecutionResult): ExecutionResult {
  const plain = errors?.map(error => error.toJSON());
  return {
    data: toJson(data),
    ...(plain === undefined ? {} : { errors: plain }),
    ...(extensions === undefined ? {} : { extensions: toJson(extensions) }),
  } as ExecutionResult;
}

function toJson(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Date) return value.toJSON();
  if (Array.isArray(value)) return value.map(toJson);
  const object: Record<string, unknown> = {};
  for (const key of Object.keys(value)) object[key] = toJson((value as Record<string, unknown>)[key]);
  return object;
}
