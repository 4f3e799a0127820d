import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { addDays, chinaDay, parseCalendarDay } from "../../../schema/contract/calendar";
import { Policy, RequiresScopes } from "../../shared/directives";
import { boundedFirst, decodeCursor, toPage } from "../../shared/pagination";
import { decodeMomentCursor } from "../input/decodeMomentCursor";
import { MAX_PAGE_SIZE } from "../input/pageSizes";
import type { PoliceContext } from "../policeContext";
import { agedStages } from "../rules/caseStages";
import { Authority } from "../types/Authority";
import { Case } from "../types/Case";
import { CaseConnection } from "../types/CaseConnection";
import { CasesArguments } from "../types/CasesArguments";
import { CaseStage } from "../types/CaseStage";
import { InvolvementConnection } from "../types/InvolvementConnection";
import { StopPayment } from "../types/StopPayment";
import { Surrender } from "../types/Surrender";
import { requireRow } from "./requireRow";

/** Cases and what belongs to them, for the officers assigned. */
@Resolver(() => Case)
export class CaseResolver {
  @RequiresScopes(["case:read"])
  @Policy(["case_assigned"])
  @Query(() => Case, {
    nullable: true,
    description: "Null for a case that is not there and for one that is not yours.",
  })
  case(@Arg("number", () => ID) number: string, @Ctx() { loaders }: PoliceContext): Promise<Case | null> {
    return loaders.assignedCase.load(number);
  }

  @RequiresScopes(["case:read"])
  @Query(() => CaseConnection, {
    nullable: true,
    description: "The cases that the officer is assigned to, newest first.",
  })
  async cases(
    @Args() args: CasesArguments,
    @Ctx() { claims, stores, clock }: PoliceContext,
  ): Promise<CaseConnection> {
    const limit = boundedFirst(args.first, MAX_PAGE_SIZE);
    const rows = await stores.cases.listCases({
      officer: claims.caller.id,
      status: args.status ?? null,
      openedUntil: openedUntil(args.olderThanDays, chinaDay(clock())),
      after: decodeCaseCursor(args.after),
      limit: limit + 1,
    });
    return toPage(rows, limit, row => [row.openedOn, row.number]);
  }

  @FieldResolver(() => Authority)
  authority(@Root() { authorityCode }: Case, @Ctx() { loaders }: PoliceContext): Promise<Authority> {
    return requireRow(loaders.authority.load(authorityCode), `authority ${authorityCode}`);
  }

  @FieldResolver(() => [ID])
  async officers(@Root() { number }: Case, @Ctx() { loaders }: PoliceContext): Promise<string[]> {
    return (await loaders.officersByCase.load(number)).map(row => row.officer);
  }

  @FieldResolver(() => [CaseStage])
  async stages(
    @Root() { number, closedOn }: Case,
    @Ctx() { loaders, clock }: PoliceContext,
  ): Promise<CaseStage[]> {
    return agedStages(await loaders.stagesByCase.load(number), closedOn ?? chinaDay(clock()));
  }

  @FieldResolver(() => InvolvementConnection, { nullable: true })
  async involvements(
    @Root() { number }: Case,
    @Arg("first", () => Int, { defaultValue: 100 }) first: number,
    @Arg("after", () => String, { nullable: true }) after: string | null | undefined,
    @Ctx() { loaders }: PoliceContext,
  ): Promise<InvolvementConnection> {
    const limit = boundedFirst(first, MAX_PAGE_SIZE);
    const rows = await loaders.involvementPages(decodeMomentCursor(after), limit + 1).load(number);
    return toPage(rows, limit, row => [row.markedAt.getTime(), row.id]);
  }

  @FieldResolver(() => [Surrender])
  surrenders(@Root() { number }: Case, @Ctx() { loaders }: PoliceContext): Promise<Surrender[]> {
    return loaders.surrendersByCase.load(number);
  }

  @FieldResolver(() => [StopPayment])
  stopPayments(@Root() { number }: Case, @Ctx() { loaders }: PoliceContext): Promise<StopPayment[]> {
    return loaders.stopPaymentsByCase.load(number);
  }
}

function openedUntil(olderThanDays: number | null | undefined, today: string): string | null {
  return olderThanDays === null || olderThanDays === undefined ? null : addDays(today, -olderThanDays - 1);
}

function decodeCaseCursor(after: string | null | undefined): { openedOn: string; number: string } | null {
  const values = decodeCursor(after, 2);
  return values === null
    ? null
    : { openedOn: parseCalendarDay(String(values[0])), number: String(values[1]) };
}
