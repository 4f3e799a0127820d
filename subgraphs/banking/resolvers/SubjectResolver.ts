import { Arg, Ctx, FieldResolver, ID, Int, Resolver, Root } from "type-graphql";
import { CacheHint, RequiresScopes, Unanswered } from "../../shared/directives";
import { boundedFirst } from "../../shared/pagination";
import { AnswerState } from "../../shared/types/enums";
import { SubjectIdentity } from "../../shared/types/SubjectIdentity";
import { isPoliceView } from "../../shared/view";
import { loadAccountPage, type AccountPage } from "../accountPage";
import type { BankingContext } from "../bankingContext";
import { bankingCoverage } from "../bankingCoverage";
import { countAccountsFor } from "../countAccountsFor";
import { choiceOf } from "../input/choiceOf";
import { decodeDayCursor } from "../input/cursors";
import { MAX_ACCOUNTS } from "../input/limits";
import { ALL_INSTITUTIONS } from "../otherInstitutions";
import { mayReadIdentity, openIdentity } from "../subjectIdentity";
import { AccountConnection } from "../types/AccountConnection";
import { AccountKind, AccountStatus } from "../types/enums";
import { InstitutionAccountCount } from "../types/InstitutionAccountCount";
import { InstitutionAnswer } from "../types/InstitutionAnswer";
import { Subject } from "../types/Subject";

/** What banks and payment institutions hold under one token, cut down to the caller's view. */
@Resolver(() => Subject)
export class SubjectResolver {
  // Whoever writes an account knows its holder, and touches both; of a change of holder both holders.
  @CacheHint(60)
  @RequiresScopes(["account:read"])
  @FieldResolver(() => AccountConnection, {
    nullable: true,
    description: "Null means the banking register did not answer; an empty list means nothing is held.",
  })
  accounts(
    @Root() { id }: Subject,
    @Arg("ids", () => [ID], { nullable: true }) ids: string[] | null | undefined,
    @Arg("kinds", () => [AccountKind], { nullable: true }) kinds: AccountKind[] | null | undefined,
    @Arg("statuses", () => [AccountStatus], { nullable: true }) statuses: AccountStatus[] | null | undefined,
    @Arg("first", () => Int, { defaultValue: 100 }) first: number,
    @Arg("after", () => String, { nullable: true }) after: string | null | undefined,
    @Ctx() context: BankingContext,
  ): Promise<AccountPage> {
    const choice = { ids: choiceOf(ids), kinds: choiceOf(kinds), statuses: choiceOf(statuses) };
    return loadAccountPage(id, choice, decodeDayCursor(after), boundedFirst(first, MAX_ACCOUNTS), context);
  }

  @RequiresScopes(["account:count"], ["account:read"])
  @FieldResolver(() => [InstitutionAccountCount], {
    nullable: true,
    description:
      "Open accounts by institution, kind and class. An institution sees its own, and one total for each kind over all others.",
  })
  async accountCounts(
    @Root() { id }: Subject,
    @Ctx() { claims, loaders }: BankingContext,
  ): Promise<InstitutionAccountCount[] | null> {
    const [counts, institutions] = await Promise.all([
      loaders.openCountsBySubject.load(id),
      loaders.declaredInstitutions(),
    ]);
    return countAccountsFor(claims, id, counts, institutions);
  }

  @Unanswered([
    {
      institution: { __typename: "Institution", ...ALL_INSTITUTIONS },
      state: AnswerState.NOT_ANSWERED,
      asOf: null,
    },
  ])
  @RequiresScopes(["subject:read"])
  @FieldResolver(() => [InstitutionAnswer], {
    nullable: true,
    description: "Which institutions have answered, as of when; never nothing held where nothing was said.",
  })
  bankingCoverage(@Root() { id }: Subject, @Ctx() context: BankingContext): Promise<InstitutionAnswer[]> {
    return bankingCoverage(id, context);
  }

  @RequiresScopes(["identity:read"])
  @FieldResolver(() => SubjectIdentity, {
    nullable: true,
    description: "Null where nothing is held, or for a bank asking about somebody who is no customer of it.",
  })
  async bankingIdentity(
    @Root() { id }: Subject,
    @Ctx() context: BankingContext,
  ): Promise<SubjectIdentity | null> {
    if (!(await mayReadIdentity(id, context))) return null;
    const row = await context.loaders.subject.load(id);
    return row === null ? null : openIdentity(row, context);
  }

  @RequiresScopes(["link:read"])
  @FieldResolver(() => Subject, { nullable: true })
  async legalRepresentative(
    @Root() { id }: Subject,
    @Ctx() { claims, loaders }: BankingContext,
  ): Promise<Subject | null> {
    if (!isPoliceView(claims.view)) return null;
    const representativeId = (await loaders.subject.load(id))?.legalRepresentativeId ?? null;
    return representativeId === null ? null : { id: representativeId };
  }

  @RequiresScopes(["link:read"])
  @FieldResolver(() => [Subject], {
    nullable: true,
    description: "Units whose legal representative this person is or was.",
  })
  async representedUnits(
    @Root() { id }: Subject,
    @Ctx() { claims, loaders }: BankingContext,
  ): Promise<Subject[] | null> {
    if (!isPoliceView(claims.view)) return null;
    const units = await loaders.unitsByRepresentative.load(id);
    return units.map(({ unitId }) => ({ id: unitId }));
  }
}
