import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { CacheHint, RequiresScopes, Unanswered } from "../../shared/directives";
import { boundedFirst, toPage } from "../../shared/pagination";
import { AnswerState } from "../../shared/types/enums";
import { SubjectIdentity } from "../../shared/types/SubjectIdentity";
import { isPoliceView } from "../../shared/view";
import { coverageState, withoutFinding } from "../coverageState";
import { readDayCursor } from "../cursors";
import { countLinesFor } from "../lineCounts";
import { MAX_FIRST } from "../limits";
import { ALL_CARRIERS } from "../otherCarriers";
import type { BlacklistRow } from "../store/blacklistStore";
import type { FlagRow } from "../store/flagStore";
import { maySeeIdentity, openIdentity } from "../subjectIdentity";
import type { TelecomContext } from "../telecomContext";
import { AbnormalFlag } from "../types/AbnormalFlag";
import { BlacklistEntry } from "../types/BlacklistEntry";
import { CarrierLineCount } from "../types/CarrierLineCount";
import { LineKind, LineStatus } from "../types/enums";
import { InstitutionAnswer } from "../types/InstitutionAnswer";
import { PhoneLineConnection } from "../types/PhoneLineConnection";
import { Subject } from "../types/Subject";
import type { LineConnection } from "./PhoneLineConnectionResolver";

/** What carriers hold under one token, cut down to the caller's view. */
@Resolver(() => Subject)
export class SubjectResolver {
  // Whoever writes a line knows its holder, and touches both; of a move both holders.
  @CacheHint(60)
  @RequiresScopes(["line:read"])
  @FieldResolver(() => PhoneLineConnection, {
    nullable: true,
    description: "Null means the telecom register did not answer; an empty list means nothing is held.",
  })
  async phoneLines(
    @Root() { id }: Subject,
    @Arg("kinds", () => [LineKind], { nullable: true }) kinds: LineKind[] | null,
    @Arg("statuses", () => [LineStatus], { nullable: true }) statuses: LineStatus[] | null,
    @Arg("first", () => Int, { defaultValue: 100 }) first: number,
    @Arg("after", () => String, { nullable: true }) after: string | null,
    @Ctx() { loaders }: TelecomContext,
  ): Promise<LineConnection> {
    const size = boundedFirst(first, MAX_FIRST);
    const choice = { kinds: kinds ?? null, statuses: statuses ?? null };
    const cursor = readDayCursor(after);
    const lines = await loaders
      .linesBySubject({
        ...choice,
        limit: size + 1,
        after: cursor && { registeredOn: cursor.day, id: cursor.id },
      })
      .load(id);
    const isWhole = cursor === null && lines.length <= size;
    return {
      ...toPage(lines, size, line => [line.registeredOn ?? "", line.id]),
      subjectId: id,
      choice,
      knownTotal: isWhole ? lines.length : null,
    };
  }

  @RequiresScopes(["line:count"], ["line:read"])
  @FieldResolver(() => [CarrierLineCount], { nullable: true })
  async lineCounts(
    @Root() { id }: Subject,
    @Ctx() context: TelecomContext,
  ): Promise<CarrierLineCount[] | null> {
    const holdings = await context.loaders.holdingsBySubject.load(id);
    return countLinesFor(context.claims.view, id, holdings, await context.loaders.institutions());
  }

  @RequiresScopes(["flag:read"])
  @FieldResolver(() => [AbnormalFlag], { nullable: true })
  abnormalFlags(
    @Root() { id }: Subject,
    @Arg("first", () => Int, { defaultValue: 50 }) first: number,
    @Ctx() { loaders }: TelecomContext,
  ): Promise<FlagRow[]> {
    return loaders.flagsBySubject(boundedFirst(first, MAX_FIRST)).load(id);
  }

  @RequiresScopes(["line:read"])
  @FieldResolver(() => [BlacklistEntry], { nullable: true })
  blacklistEntries(@Root() { id }: Subject, @Ctx() { loaders }: TelecomContext): Promise<BlacklistRow[]> {
    return loaders.blacklistBySubject.load(id);
  }

  @RequiresScopes(["subject:read"])
  @Unanswered([{ institution: ALL_CARRIERS, state: AnswerState.NOT_ANSWERED, asOf: null }])
  @FieldResolver(() => [InstitutionAnswer], { nullable: true })
  async telecomCoverage(
    @Root() { id }: Subject,
    @Ctx() { loaders, claims, clock }: TelecomContext,
  ): Promise<InstitutionAnswer[]> {
    const [holdings, carriers] = await Promise.all([
      loaders.holdingsBySubject.load(id),
      loaders.institutions(),
    ]);
    const holding = new Set(holdings.map(row => row.carrier));
    return carriers.map(carrier => {
      const state = coverageState(holding.has(carrier.code), carrier.completeAsOf, clock());
      const shown = isPoliceView(claims.view) ? state : withoutFinding(state);
      return { institution: carrier, state: shown, asOf: carrier.completeAsOf };
    });
  }

  @RequiresScopes(["identity:read"])
  @FieldResolver(() => SubjectIdentity, { nullable: true })
  async telecomIdentity(
    @Root() { id }: Subject,
    @Ctx() context: TelecomContext,
  ): Promise<SubjectIdentity | null> {
    const [row, maySee] = await Promise.all([
      context.loaders.subjectById.load(id),
      maySeeIdentity(id, context),
    ]);
    return row !== null && maySee ? openIdentity(row, context.keys.sealer) : null;
  }
}
