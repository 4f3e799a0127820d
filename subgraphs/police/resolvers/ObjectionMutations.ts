import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { noteAbout } from "../../shared/about";
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
  async fileObjection(
    @Arg("input", () => FileObjectionInput) input: FileObjectionInput,
    @Ctx() context: PoliceContext,
  ): Promise<Objection> {
    return noted(await fileObjection(input, context), context);
  }

  @RequiresScopes(["objection:decide"])
  @Mutation(() => Objection)
  async decideObjection(
    @Arg("input", () => DecideObjectionInput) input: DecideObjectionInput,
    @Ctx() context: PoliceContext,
  ): Promise<Objection> {
    return noted(
      await runPoliceTransaction(context, transaction => decideObjection(input, transaction)),
      context,
    );
  }
}

/** What an objection is against may have been lifted, or belong to no person: its own row knows whose it is. */
function noted(objection: Objection, context: PoliceContext): Objection {
  if (objection.subjectId !== null) noteAbout(context, [objection.subjectId]);
  return objection;
}
