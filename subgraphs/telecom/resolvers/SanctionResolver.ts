import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { unlistedCarrier } from "../otherCarriers";
import type { TelecomContext } from "../telecomContext";
import { InstitutionExecution } from "../types/InstitutionExecution";
import { Sanction } from "../types/Sanction";

/** Which carriers have done what a sanction told them to, and who is late. */
@Resolver(() => Sanction)
export class SanctionResolver {
  @FieldResolver(() => [InstitutionExecution], { nullable: true })
  async lineExecution(
    @Root() { id }: Sanction,
    @Ctx() { loaders }: TelecomContext,
  ): Promise<InstitutionExecution[]> {
    const executions = await loaders.executionsByCause.load(id);
    return Promise.all(
      executions.map(async execution => ({
        ...execution,
        institution:
          (await loaders.institutionByCode(execution.carrier)) ?? unlistedCarrier(execution.carrier),
      })),
    );
  }
}
