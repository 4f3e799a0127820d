import { Arg, Ctx, ID, Mutation, Resolver } from "type-graphql";
import { Inaccessible, RequiresScopes, Shareable } from "../directives";
import { DateTimeScalar } from "../types/scalars";
import type { CheckpointContext } from "./keepCheckpoints";
import { parseCheckpoint } from "./parseCheckpoint";

/** What every subgraph does for the access records: it keeps how far they had come. */
@Resolver()
export class CheckpointResolver {
  @Shareable()
  @Inaccessible()
  @RequiresScopes(["audit:write"])
  @Mutation(() => Boolean, {
    description: "From the gateway itself: how far a chain of access records has come. Kept for good.",
  })
  async depositCheckpoint(
    @Arg("chain", () => ID) chain: string,
    @Arg("sequence", () => ID) sequence: string,
    @Arg("hash", () => String) hash: string,
    @Arg("at", () => DateTimeScalar) at: Date,
    @Arg("signature", () => String) signature: string,
    @Ctx() { checkpoints }: CheckpointContext,
  ): Promise<boolean> {
    await checkpoints.depositCheckpoint(parseCheckpoint({ chain, sequence, hash, at, signature }));
    return true;
  }
}
