import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { RequiresScopes } from "../../shared/directives";
import type { BankingContext } from "../bankingContext";
import { figuresOf } from "../rowFilter";
import { Institution } from "../types/Institution";
import { InstitutionAccountRecord } from "../types/InstitutionAccountRecord";

/** What the register keeps of institutions themselves. */
@Resolver(() => Institution)
export class InstitutionResolver {
  @RequiresScopes(["accountability:read"])
  @FieldResolver(() => InstitutionAccountRecord, {
    nullable: true,
    description: "How this institution has done by its duties on accounts.",
  })
  accountRecord(
    @Root() { code }: Institution,
    @Ctx() { claims, loaders }: BankingContext,
  ): Promise<InstitutionAccountRecord | null> | null {
    const figures = figuresOf(claims.view);
    const isVisible = figures !== null && (figures.institution === null || figures.institution === code);
    return isVisible ? loaders.recordByInstitution.load(code) : null;
  }
}
