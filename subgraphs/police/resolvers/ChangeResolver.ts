import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import { HubError } from "../../../schema/contract/errors";
import { RequiresScopes } from "../../shared/directives";
import { boundedFirst, decodeCursor, toPage } from "../../shared/pagination";
import { MAX_FEED_PAGE_SIZE } from "../input/pageSizes";
import type { PoliceContext } from "../policeContext";
import { PoliceChange } from "../types/PoliceChange";
import { PoliceChangeConnection } from "../types/PoliceChangeConnection";
import { Sanction } from "../types/Sanction";
import { Subject } from "../types/Subject";
import { Warning } from "../types/Warning";

/** The police feed, as numbered for the caller's audience: their view. */
@Resolver(() => PoliceChange)
export class ChangeResolver {
  @RequiresScopes(["feed:read", "sanction:read"])
  @Query(() => PoliceChangeConnection, {
    nullable: true,
    description: "The caller's own feed, in the order of its gap-free sequence.",
  })
  async policeChanges(
    @Arg("after", () => String, { nullable: true }) after: string | null | undefined,
    @Arg("first", () => Int, { defaultValue: 100 }) first: number,
    @Ctx() { claims, stores }: PoliceContext,
  ): Promise<PoliceChangeConnection> {
    const limit = boundedFirst(first, MAX_FEED_PAGE_SIZE);
    const rows = await stores.changes.changesAfter(claims.view, decodeSequence(after), limit + 1);
    return toPage(rows, limit, row => [Number(row.sequence)]);
  }

  @FieldResolver(() => Subject, { nullable: true })
  subject(@Root() { subjectId }: PoliceChange): Subject | null {
    return subjectId === null ? null : { id: subjectId };
  }

  @FieldResolver(() => Sanction, { nullable: true })
  sanction(
    @Root() { sanctionId }: PoliceChange,
    @Ctx() { loaders }: PoliceContext,
  ): Promise<Sanction | null> | null {
    return sanctionId === null ? null : loaders.sanction.load(sanctionId);
  }

  @FieldResolver(() => Warning, { nullable: true })
  warning(
    @Root() { warningId }: PoliceChange,
    @Ctx() { loaders }: PoliceContext,
  ): Promise<Warning | null> | null {
    return warningId === null ? null : loaders.warning.load(warningId);
  }
}

/** Sequences begin at 1: without a cursor the feed is read from its beginning. */
function decodeSequence(after: string | null | undefined): number {
  const [sequence] = decodeCursor(after, 1) ?? [0];
  if (typeof sequence === "number" && Number.isSafeInteger(sequence) && sequence >= 0) return sequence;
  throw new HubError(
    "BAD_INPUT",
    "`after` is not a cursor of this feed: use the `endCursor` of the page before.",
  );
}
