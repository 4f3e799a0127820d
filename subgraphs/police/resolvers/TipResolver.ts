import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import { Policy, RequiresScopes } from "../../shared/directives";
import { boundedFirst, toPage } from "../../shared/pagination";
import { decodeMomentCursor } from "../input/decodeMomentCursor";
import { MAX_PAGE_SIZE } from "../input/pageSizes";
import type { PoliceContext } from "../policeContext";
import { Case } from "../types/Case";
import { TipStatus } from "../types/enums";
import { Tip } from "../types/Tip";
import { TipConnection } from "../types/TipConnection";

/** Tips to the anti-fraud centre. */
@Resolver(() => Tip)
export class TipResolver {
  @RequiresScopes(["tip:write"])
  @Query(() => TipConnection, { nullable: true, description: "Newest first." })
  async tips(
    @Arg("status", () => TipStatus, { nullable: true }) status: TipStatus | null | undefined,
    @Arg("first", () => Int, { defaultValue: 50 }) first: number,
    @Arg("after", () => String, { nullable: true }) after: string | null | undefined,
    @Ctx() { stores }: PoliceContext,
  ): Promise<TipConnection> {
    const limit = boundedFirst(first, MAX_PAGE_SIZE);
    const query = { status: status ?? null, after: decodeMomentCursor(after), limit: limit + 1 };
    return toPage(await stores.tips.listTips(query), limit, row => [row.receivedAt.getTime(), row.id]);
  }

  @RequiresScopes(["tip:write"])
  @FieldResolver(() => String, {
    nullable: true,
    description: "Null where the tip belongs to a case that the officer is not assigned to.",
  })
  async content(
    @Root() { id, sealedContent, caseNumber }: Tip,
    @Ctx() { keys, loaders }: PoliceContext,
  ): Promise<string | null> {
    if (caseNumber !== null && (await loaders.assignedCase.load(caseNumber)) === null) return null;
    return keys.sealer.open(sealedContent, `police.tip.content|${id}`);
  }

  @RequiresScopes(["case:read"])
  @Policy(["case_assigned"])
  @FieldResolver(() => Case, { nullable: true })
  case(@Root() { caseNumber }: Tip, @Ctx() { loaders }: PoliceContext): Promise<Case | null> | null {
    return caseNumber === null ? null : loaders.assignedCase.load(caseNumber);
  }
}
