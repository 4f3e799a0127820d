import { Arg, Ctx, Int, Query, Resolver } from "type-graphql";
import { HubError } from "../../../schema/contract/errors";
import { audienceOf, subgraphOf } from "../../../schema/contract/subgraphCaller";
import { Inaccessible, RequiresScopes, Shareable } from "../directives";
import { boundedFirst } from "../pagination";
import type { SubgraphRequest } from "../requestContext";
import { HubEvent } from "./HubEvent";
import type { HubEventContext } from "./tellHubEvents";

/** With what a subgraph tells the others: about 1 MB of events. */
const MAX_EVENTS = 500;

/** How other subgraphs hear of changes: they ask, from the place that they have kept. */
@Resolver()
export class HubEventResolver {
  @Shareable()
  @Inaccessible()
  @RequiresScopes(["event:pull"])
  @Query(() => [HubEvent], {
    nullable: true,
    description: "From another subgraph: what it has to act upon, after a place in the sequence.",
  })
  hubEvents(
    @Arg("after", () => Int) after: number,
    @Arg("first", () => Int) first: number,
    @Ctx() { claims, hubEvents }: HubEventContext & SubgraphRequest,
  ): Promise<HubEvent[]> {
    const puller = subgraphOf(claims);
    if (puller === null) throw new HubError("FORBIDDEN", "Only a subgraph asks for these.");
    if (after < 0)
      throw new HubError("BAD_INPUT", "`after` is a number of the sequence, or 0 for its beginning.");
    return hubEvents.eventsAfter(audienceOf(puller), after, boundedFirst(first, MAX_EVENTS));
  }
}
