import { parse } from "graphql";
import { z } from "zod";
import { HubError } from "../../schema/contract/errors";
import { subgraphClaims } from "../../schema/contract/subgraphCaller";
import type { AskKept } from "../../subgraphs/shared/objections/askKept";
import type { SendToSubgraph } from "./createSubgraphSender";

/** Somebody waits for their objection to be taken, and the question is one look by key. */
export const ASK_LIMIT_MS = 2_000;

const KEPT_THING = parse(
  `query KeptThing($kind: String!, $id: ID!) {
    keptThing(kind: $kind, id: $id) { subjectId institution causeId endedAs }
  }`,
  { noLocation: true },
);

const answerSchema = z.object({
  keptThing: z
    .object({
      subjectId: z.string(),
      institution: z.string(),
      causeId: z.string().nullable(),
      endedAs: z.string().nullable(),
    })
    .nullable(),
});

/** How a subgraph asks another whose a thing is: under its own name, and past the gateway. */
export function createAskKept(asker: string, send: SendToSubgraph): AskKept {
  const claims = subgraphClaims(asker);
  return async (source, kind, id) => {
    const { data, errors } = await send(source, KEPT_THING, { kind, id }, claims).catch(unanswered(source));
    if (errors !== undefined) return unanswered(source)(errors[0]);
    return answerSchema.parse(data).keptThing;
  };
}

/** Without the answer nobody knows whose it is, and who has to decide. */
const unanswered = (source: string) => (error: unknown) => {
  throw new HubError("SUBGRAPH_UNAVAILABLE", `${source} does not say whose this is: try again later.`, {
    cause: error,
  });
};
