import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import { HubError } from "../../../schema/contract/errors";
import { KEPT_KINDS, type KeptKind } from "../../../schema/contract/keptThings";
import { subgraphOf } from "../../../schema/contract/subgraphCaller";
import { Inaccessible, RequiresScopes, Shareable } from "../directives";
import type { SubgraphRequest } from "../requestContext";
import { KeptThing } from "./KeptThing";
import type { KeptThingContext } from "./tellKeptThings";

/** How the police learn whose a thing is that somebody objects to, before they take the objection. */
@Resolver()
export class KeptThingResolver {
  @Shareable()
  @Inaccessible()
  @RequiresScopes(["event:pull"])
  @Query(() => KeptThing, {
    nullable: true,
    description: `From another subgraph: one thing of the kind ${KEPT_KINDS.join(", ")}; null for none.`,
  })
  keptThing(
    @Arg("kind", () => String) kind: string,
    @Arg("id", () => ID) id: string,
    @Ctx() { claims, keptThings }: KeptThingContext & SubgraphRequest,
  ): Promise<KeptThing | null> {
    if (subgraphOf(claims) === null) throw new HubError("FORBIDDEN", "Only a subgraph asks for these.");
    return keptThings.find(parseKind(kind), id);
  }
}

function parseKind(text: string): KeptKind {
  const kind = KEPT_KINDS.find(one => one === text);
  if (kind === undefined) throw new HubError("BAD_INPUT", `\`kind\` is one of ${KEPT_KINDS.join(", ")}.`);
  return kind;
}
