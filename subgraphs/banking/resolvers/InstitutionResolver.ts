import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { RequiresScopes } from "../../shared/directives";
import type { BankingContext } from "../bankingContext";
import { figuresOf } from "../rowFilter";
import { whoOpensAnswers } from "../rules/whoOpensAnswers";
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
  async accountRecord(
    @Root() { code }: Institution,
    @Ctx() { claims, loaders }: BankingContext,
  ): Promise<InstitutionAccountRecord | null> {
    const figures = figuresOf(claims.view);
    const isVisible = figures !== null && (figures.institution === null || figures.institution === code);
    const record = isVisible ? await loaders.recordByInstitution.load(code) : null;
    if (record === null) return null;
    return { ...record, involvedPerTenThousand: whoOpensAnswers(record.opened, record.involved) };
  }
}
