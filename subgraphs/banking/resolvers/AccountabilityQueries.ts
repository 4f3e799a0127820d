import { Arg, Ctx, ID, Int, Query, Resolver } from "type-graphql";
import { chinaDay } from "../../../schema/contract/calendar";
import { Policy, RequiresScopes } from "../../shared/directives";
import { boundedFirst, toPage } from "../../shared/pagination";
import { AccountabilityKey } from "../../shared/types/enums";
import { CalendarDateScalar } from "../../shared/types/scalars";
import type { BankingContext } from "../bankingContext";
import { decodeCountCursor } from "../input/cursors";
import { MAX_PAGE_SIZE } from "../input/limits";
import { regionPrefix } from "../input/regionPrefix";
import { unlistedInstitution } from "../otherInstitutions";
import { accountInstitutionOf, figuresOf } from "../rowFilter";
import { debitCardCleanUp } from "../rules/debitCardCleanUp";
import { DEBIT_CARD_LIMIT } from "../rules/debitCardLimit";
import { whoOpensAnswers } from "../rules/whoOpensAnswers";
import { AccountAccountability } from "../types/AccountAccountability";
import { AccountCleanUpConnection } from "../types/AccountCleanUpConnection";

/** Who opens the card is responsible: figures by who opened it, and what is to be cleaned up. */
@Resolver()
export class AccountabilityQueries {
  @RequiresScopes(["accountability:read"])
  @Query(() => [AccountAccountability], {
    nullable: true,
    description:
      "What became of accounts by who opened them, the highest rate of involvement first. `after` is the `key` of the last entry seen.",
  })
  async accountAccountability(
    @Arg("by", () => AccountabilityKey) by: AccountabilityKey,
    @Arg("institution", () => ID, { nullable: true }) institution: string | null | undefined,
    @Arg("region", () => String, { nullable: true }) region: string | null | undefined,
    @Arg("from", () => CalendarDateScalar, { nullable: true }) from: string | null | undefined,
    @Arg("to", () => CalendarDateScalar, { nullable: true }) to: string | null | undefined,
    @Arg("first", () => Int, { defaultValue: 50 }) first: number,
    @Arg("after", () => String, { nullable: true }) after: string | null | undefined,
    @Ctx() { claims, clock, stores }: BankingContext,
  ): Promise<AccountAccountability[] | null> {
    const figures = figuresOf(claims.view);
    if (figures === null) return null;
    const size = boundedFirst(first, MAX_PAGE_SIZE);
    const asked = institution ?? figures.institution;
    // Another institution's figures are absent, as if it had opened nothing.
    if (figures.institution !== null && asked !== figures.institution) return [];
    const openings = { by, institution: asked, regionPrefix: regionPrefix(region) };
    const selection = { ...openings, from: from ?? null, to: to ?? null };
    const rows = await stores.accountability.figures(selection, clock(), after ?? null, size);
    return rows.map(row => ({
      ...row,
      involvedPerTenThousand: whoOpensAnswers(row.opened, row.involved),
    }));
  }

  @RequiresScopes(["account:read"])
  @Policy(["own_institution:institution"])
  @Query(() => AccountCleanUpConnection, {
    nullable: true,
    description: "Holders of more than four debit cards at the institution (N16-5), most cards first.",
  })
  async accountCleanUpList(
    @Arg("institution", () => ID) code: string,
    @Arg("first", () => Int, { defaultValue: 50 }) first: number,
    @Arg("after", () => String, { nullable: true }) after: string | null | undefined,
    @Ctx() { claims, clock, loaders, stores }: BankingContext,
  ): Promise<AccountCleanUpConnection | null> {
    if (accountInstitutionOf(claims.view) !== code) return null;
    const size = boundedFirst(first, MAX_PAGE_SIZE);
    const cursor = decodeCountCursor(after);
    const place = cursor && { subjectId: cursor.id, cards: cursor.count };
    const today = chinaDay(clock());
    const [rows, institution] = await Promise.all([
      stores.cleanUp.holdersAbove(code, DEBIT_CARD_LIMIT, today, place, size + 1),
      loaders.institution.load(code),
    ]);
    const { nodes, pageInfo } = toPage(rows, size, row => [row.cards, row.subjectId]);
    const entries = nodes.map(({ subjectId, cards }) => ({
      subject: { id: subjectId },
      institution: institution ?? unlistedInstitution(code),
      cards,
      above: debitCardCleanUp(cards),
    }));
    return { nodes: entries, pageInfo };
  }
}
