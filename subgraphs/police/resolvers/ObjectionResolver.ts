import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import { noteAbout } from "../../shared/about";
import { RequiresScopes } from "../../shared/directives";
import { boundedFirst, toPage } from "../../shared/pagination";
import { DateTimeScalar } from "../../shared/types/scalars";
import { decodeMomentCursor } from "../input/decodeMomentCursor";
import { MAX_PAGE_SIZE } from "../input/pageSizes";
import { requireOfficer } from "../input/requireOfficer";
import type { PoliceContext } from "../policeContext";
import { ObjectionStatus, ObjectionTarget } from "../types/enums";
import { Objection } from "../types/Objection";
import { ObjectionConnection } from "../types/ObjectionConnection";
import { Sanction } from "../types/Sanction";

/** Objections, for the organ that decides them. */
@Resolver(() => Objection)
export class ObjectionResolver {
  @RequiresScopes(["objection:decide"])
  @Query(() => ObjectionConnection, {
    nullable: true,
    description:
      "What the officer's organ may decide: its own recognitions and those of all organs below it.",
  })
  async objections(
    @Arg("status", () => ObjectionStatus, { nullable: true }) status: ObjectionStatus | null | undefined,
    @Arg("dueBefore", () => DateTimeScalar, { nullable: true }) dueBefore: Date | null | undefined,
    @Arg("first", () => Int, { defaultValue: 50 }) first: number,
    @Arg("after", () => String, { nullable: true }) after: string | null | undefined,
    @Ctx() context: PoliceContext,
  ): Promise<ObjectionConnection> {
    const { claims, stores } = context;
    const limit = boundedFirst(first, MAX_PAGE_SIZE);
    const rows = await stores.objections.listForOrgan(requireOfficer(claims).authority, {
      status: status ?? null,
      dueBefore: dueBefore ?? null,
      after: decodeMomentCursor(after),
      limit: limit + 1,
    });
    const page = toPage(rows, limit, row => [row.dueAt.getTime(), row.id]);
    noteAbout(
      context,
      page.nodes.flatMap(({ subjectId }) => subjectId ?? []),
    );
    return page;
  }

  @RequiresScopes(["sanction:read"])
  @FieldResolver(() => Sanction, { nullable: true })
  sanction(
    @Root() { target, targetId }: Objection,
    @Ctx() { loaders }: PoliceContext,
  ): Promise<Sanction | null> | null {
    return target === ObjectionTarget.SANCTION ? loaders.sanction.load(targetId) : null;
  }
}
