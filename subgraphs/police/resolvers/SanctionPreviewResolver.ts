import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { Policy, RequiresScopes } from "../../shared/directives";
import { previewSanction } from "../commands/previewSanction";
import type { PoliceContext } from "../policeContext";
import { SanctionPreview } from "../types/SanctionPreview";
import { SanctionPreviewInput } from "../types/SanctionPreviewInput";
import { Subject } from "../types/Subject";

/** What a recognition would bring about, asked while it is being written. */
@Resolver(() => SanctionPreview)
export class SanctionPreviewResolver {
  // Unlike the change itself it leaves nothing behind, so it is asked for a purpose as every other look is.
  @RequiresScopes(["sanction:write"])
  @Policy(["purpose_bound", "case_assigned"])
  @Query(() => SanctionPreview, {
    nullable: true,
    description: "The measures that `recogniseSanction` would bring about; it writes nothing.",
  })
  sanctionPreview(
    @Arg("input", () => SanctionPreviewInput) input: SanctionPreviewInput,
    @Ctx() context: PoliceContext,
  ): Promise<SanctionPreview> {
    return previewSanction(input, context);
  }

  @FieldResolver(() => Subject)
  subject(@Root() { subjectId }: SanctionPreview): Subject {
    return { id: subjectId };
  }
}
