import { Arg, Ctx, Field, FieldResolver, ID, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import type { RequestClaims } from "../../../../schema/contract/claims";
import { HubError } from "../../../../schema/contract/errors";
import { buildSubgraph } from "../../../../subgraphs/shared/buildSubgraph";
import { Authenticated, Key, Policy, RequiresScopes } from "../../../../subgraphs/shared/directives";
import type { RunningSubgraph } from "../../../../subgraphs/shared/runningSubgraph";
import { noteTouched } from "../../../../subgraphs/shared/touched";

@Key("id")
@RequiresScopes(["box:read"])
@ObjectType()
class Box {
  @Field(() => ID)
  id: string;

  @RequiresScopes(["box:open"])
  @Field(() => String, { nullable: true })
  content: string | null;
}

@Authenticated()
@ObjectType()
class Shelf {
  @Field(() => String)
  owner: string;

  @Field(() => Box, { nullable: true })
  box: Box | null;
}

@Resolver(() => Shelf)
class ShelfResolver {
  @Authenticated()
  @Query(() => Shelf)
  shelf(@Ctx() context: { claims: RequestClaims }): Partial<Shelf> {
    return { owner: context.claims.caller.id };
  }

  @RequiresScopes(["box:read"])
  @Policy(["own_institution:institution"], ["supervised"])
  @Query(() => Shelf)
  shelfOf(@Arg("institution", () => ID) institution: string): Partial<Shelf> {
    return { owner: institution };
  }

  @RequiresScopes(["box:read"])
  @Policy(["own_institution:institution"])
  @Query(() => Shelf)
  ownShelf(@Arg("institution", () => ID) institution: string): Partial<Shelf> {
    return { owner: institution };
  }

  @Authenticated()
  @Query(() => String)
  broken(): string {
    throw new Error("select secret from person where number = '110105'");
  }

  @Authenticated()
  @Query(() => String)
  refused(): string {
    throw new HubError("BAD_INPUT", "Say which box.", { detail: "box 110105" });
  }

  @Authenticated()
  @Mutation(() => Box, { nullable: true })
  fillBox(@Arg("id", () => ID) id: string, @Ctx() context: object): Partial<Box> {
    noteTouched(context, [`Box:${id}`, `Shelf:of ${id}`]);
    noteTouched(context, [`Box:${id}`]);
    return { id, content: "full" };
  }

  @Authenticated()
  @Query(() => String)
  looked(@Ctx() context: object): string {
    noteTouched(context, ["Box:b1"]);
    return "only looked";
  }

  @Query(() => String)
  unmarked(): string {
    return "nobody said who may see this";
  }

  @FieldResolver(() => Box, { nullable: true })
  box(): Partial<Box> {
    return { id: "b1", content: "secret" };
  }
}

/** A subgraph small enough to read, for the tests of what all subgraphs share. */
export async function createSampleSubgraph(): Promise<RunningSubgraph> {
  const subgraph = await buildSubgraph({
    name: "sample",
    resolvers: [ShelfResolver],
    references: { Box: (reference: { id: string }) => ({ id: reference.id, content: "secret" }) },
  });
  return { subgraph, createContext: claims => ({ claims }) };
}
