import { parse } from "graphql";
import { z } from "zod";
import { subgraphClaims } from "../../schema/contract/subgraphCaller";
import type { PullEvents } from "../../subgraphs/shared/events/startPuller";
import type { SendToSubgraph } from "./createSubgraphSender";

/** Nobody waits for events: asking may take as long as a subgraph takes to read some hundreds of them. */
export const PULL_LIMIT_MS = 5_000;

const HUB_EVENTS = parse(
  `query HubEvents($after: Int!, $first: Int!) {
    hubEvents(after: $after, first: $first) { sequence at kind payload }
  }`,
  { noLocation: true },
);

const answerSchema = z.object({
  hubEvents: z.array(
    z.object({
      sequence: z.int().positive(),
      at: z.coerce.date(),
      kind: z.string(),
      payload: z.string().nullable(),
    }),
  ),
});

/** How one subgraph asks the others for events: under its own name, and past the gateway. */
export function createPullEvents(puller: string, send: SendToSubgraph): PullEvents {
  const claims = subgraphClaims(puller);
  return async (source, after, first) => {
    const { data, errors } = await send(source, HUB_EVENTS, { after, first }, claims);
    const code = errors?.[0]?.extensions.code;
    if (errors !== undefined) throw new Error(`${source} tells ${puller} no events: ${String(code)}`);
    return answerSchema.parse(data).hubEvents;
  };
}
