import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { BankingContext } from "../bankingContext";
import { unlistedInstitution } from "../otherInstitutions";
import { InstitutionExecution } from "../types/InstitutionExecution";
import { Sanction } from "../types/Sanction";

/** What institutions have made of a sanction. */
@Resolver(() => Sanction)
export class SanctionResolver {
  @FieldResolver(() => [InstitutionExecution], {
    nullable: true,
    description:
      "Who has carried out what the sanction asks for, who is late, and who has restored after its lifting.",
  })
  async accountExecution(
    @Root() { id }: Sanction,
    @Ctx() { loaders }: BankingContext,
  ): Promise<InstitutionExecution[]> {
    const executions = await loaders.executionsBySanction.load(id);
    return Promise.all(
      executions.map(async ({ institutionCode: code, ...figures }) => ({
        ...figures,
        institution: (await loaders.institution.load(code)) ?? unlistedInstitution(code),
      })),
    );
  }
}
