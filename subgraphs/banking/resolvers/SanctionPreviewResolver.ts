import { Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { isPoliceView } from "../../shared/view";
import { Authenticated, Requires, RequiresScopes } from "../../shared/directives";
import type { BankingContext } from "../bankingContext";
import { foreseeTargets } from "../orders/foreseeTargets";
import { SanctionPreview } from "../types/SanctionPreview";

/** What a recognition that is being written would do to accounts. */
@Resolver(() => SanctionPreview)
export class SanctionPreviewResolver {
  // What it needs of the police asks for this.
  @Authenticated()
  @Requires("subjectId measures { kind sector startsOn endsOn }")
  @RequiresScopes(["sanction:write"])
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      "How many accounts would be ordered to be restricted now; null means the banking register did not answer.",
  })
  async accountsTouched(
    @Root() { subjectId, measures }: SanctionPreview,
    @Ctx() { claims, database, keys }: BankingContext,
  ): Promise<number | null> {
    if (!isPoliceView(claims.view) || subjectId === undefined || measures === undefined) return null;
    return (await foreseeTargets(database.db, subjectId, measures, keys)).size;
  }
}
