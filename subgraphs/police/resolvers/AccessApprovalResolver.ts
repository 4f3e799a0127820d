import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { PoliceContext } from "../policeContext";
import { AccessApproval } from "../types/AccessApproval";
import { Case } from "../types/Case";

/** What a leave to look further belongs to. */
@Resolver(() => AccessApproval)
export class AccessApprovalResolver {
  @FieldResolver(() => Case, { nullable: true })
  case(@Root() { caseNumber }: AccessApproval, @Ctx() { loaders }: PoliceContext): Promise<Case | null> {
    return loaders.assignedCase.load(caseNumber);
  }
}
