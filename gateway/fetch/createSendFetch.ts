import type { ExecutionResult } from "graphql";
import { copyJson } from "./copyJson";
import type { AnswerPersonKey } from "./answerPersonKey";
import type { FetchState } from "./fetchState";
import { repeatedQuestion } from "./repeatedFetches";
import type { FetchedData, SendFetch } from "./plan/executePlan";
import { readPlannedFetch, type PlannedFetch } from "./plannedFetch";
import { readAnswer, readSilence, type FetchAnswer, type PublishError } from "./readAnswer";
import type { ShareKeys } from "./shareKeys";
import { SubgraphFailure } from "./subgraphFailure";
import { toGraphQLError, type PublicError } from "./publicError";
import type { SubgraphRequest, SubgraphTransport } from "./subgraphTransport";

interface SendParts {
  readonly transport: SubgraphTransport;
  readonly publish: PublishError;
  readonly shareKeys: ShareKeys;
  readonly answerPersonKey: AnswerPersonKey;
  /** Told of each question that got no usable answer, for the log. */
  readonly onFailure: (failure: SubgraphFailure) => void;
}

/**
 * How the fetches of one operation are sent. It never throws for a subgraph's sake: what is lost is noted in the
 * operation's state and reported once the whole answer is known.
 */
export function createSendFetch(parts: SendParts): (fetches: FetchState) => SendFetch {
  return fetches => async (node, variables, path) => {
    const planned = readPlannedFetch(node, variables, path, fetches);
    fetches.asked.add(planned.request.document);
    const key = parts.answerPersonKey(planned.request, fetches.plan);
    if (key !== null) return { data: key, errors: [] };
    const fetch = withSharedKeys(parts, planned, fetches);
    return noteAnswer(fetch, await ask(parts, fetch, fetches), fetches);
  };
}

function noteAnswer(
  { request, path }: PlannedFetch,
  { data, errors, losses, isAbsent }: FetchAnswer,
  fetches: FetchState,
): FetchedData {
  noteSource(fetches, request.subgraph, [...losses, ...errors]);
  fetches.losses.push(...losses);
  if (isAbsent) fetches.absent.push(path);
  return { data, errors: errors.map(error => toGraphQLError(error, error.path)) };
}

function withSharedKeys({ shareKeys }: SendParts, fetch: PlannedFetch, { plan }: FetchState): PlannedFetch {
  const { request, positions } = fetch;
  if (positions !== null || request.operationType !== "query") return fetch;
  return { ...fetch, request: { ...request, ...shareKeys(plan, request.subgraph, request) } };
}

async function ask(parts: SendParts, fetch: PlannedFetch, fetches: FetchState): Promise<FetchAnswer> {
  const { subgraph } = fetch.request;
  let answer: ExecutionResult;
  try {
    answer = await askOnce(parts.transport, fetch.request, fetches);
  } catch (error) {
    parts.onFailure(
      error instanceof SubgraphFailure
        ? error
        : new SubgraphFailure(subgraph, "UNREACHABLE", "the transport failed", { cause: error }),
    );
    const message = `The subgraph "${subgraph}" did not answer.`;
    return readSilence(fetch, fetches.plan, { code: "SUBGRAPH_UNAVAILABLE", message });
  }
  return readAnswer(fetch, answer, fetches.plan, parts.publish);
}

/**
 * A question that the plan has more than once may be the same one. A mutation is never taken for a repeat: the
 * client may well mean it twice.
 */
async function askOnce(
  transport: SubgraphTransport,
  request: SubgraphRequest,
  { answers, plan }: FetchState,
): Promise<ExecutionResult> {
  const { subgraph, source, variables } = request;
  const question = request.operationType === "query" ? repeatedQuestion(plan, source) : undefined;
  if (question === undefined) return transport.send(request);
  const values = question.variables.map(name => (Object.hasOwn(variables, name) ? [variables[name]] : []));
  const key = JSON.stringify([subgraph, question.text, values]);
  const answer = answers.get(key) ?? transport.send(request);
  answers.set(key, answer);
  // The planner merges into what it gets, so what is kept for a repeat is never handed out itself.
  return copyJson(await answer);
}

// A subgraph that refuses has answered; one that met an error of its own, be it in one field far below, has not.
function noteSource({ sources }: FetchState, subgraph: string, errors: readonly PublicError[]): void {
  const isSilent = errors.some(({ code }) => code === "SUBGRAPH_UNAVAILABLE" || code === "INTERNAL");
  if (isSilent) sources.set(subgraph, "NOT_ANSWERED");
  else if (!sources.has(subgraph)) sources.set(subgraph, "ANSWERED");
}
