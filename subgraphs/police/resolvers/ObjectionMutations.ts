import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { RequiresScopes } from "../../shared/directives";
import { decideObjection } from "../commands/decideObjection";
import { fileObjection } from "../commands/fileObjection";
import { runPoliceTransaction } from "../commands/policeTransaction";
import type { PoliceContext } from "../policeContext";
import { DecideObjectionInput } from "../types/DecideObjectionInput";
import { FileObjectionInput } from "../types/FileObjectionInput";
import { Objection } from "../types/Objection";

/** Objections to measures, and the word of the organ on them. */
@Resolver()
export class ObjectionMutations {
  @RequiresScopes(["objection:file"])
  @Mutation(() => Objection)
  fileObjection(
    @Arg("input", () => FileObjectionInput) input: FileObjectionInput,
    @Ctx() context: PoliceContext,
  ): Promise<Objection> {
    return fileObjection(input, context);
  }

  @RequiresScopes(["objection:decide"])
  @Mutation(() => Objection)
  decideObjection(
    @Arg("input", () => DecideObjectionInput) input: DecideObjectionInput,
    @Ctx() context: PoliceContext,
  ): Promise<Objection> {
    return runPoliceTransaction(context, transaction => decideObjection(input, transaction));
  }
}
