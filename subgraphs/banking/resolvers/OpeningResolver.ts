import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { chinaDay } from "../../../schema/contract/calendar";
import { HubError } from "../../../schema/contract/errors";
import { decisionDay } from "../../shared/decisionDay";
import { Policy, Requires, RequiresScopes } from "../../shared/directives";
import { CalendarDateScalar } from "../../shared/types/scalars";
import type { BankingContext } from "../bankingContext";
import { checkAccountOpening } from "../checkAccountOpening";
import { unlistedInstitution } from "../otherInstitutions";
import { accountInstitutionOf } from "../rowFilter";
import { noteAbout } from "../../shared/about";
import { showDecision } from "../../shared/showDecision";
import { AccountProduct, LimitExemption } from "../types/enums";
import { OpeningDecision } from "../types/OpeningDecision";
import { Subject } from "../types/Subject";

/** A paragraph that a reviewer reads. */
const MAX_REASON_LENGTH = 1_000;

/** May an account be opened, and what was answered when it was asked? */
@Resolver(() => Subject)
export class OpeningResolver {
  @Requires("measureHistory { kind sector startsOn endsOn liftedAt recordedAt sanctionId article }")
  @RequiresScopes(["opening:check", "sanction:check"], ["opening:check", "sanction:read"])
  @Policy(["own_institution:institution"])
  @FieldResolver(() => OpeningDecision, {
    nullable: true,
    description:
      "May this institution open this product for this person, on this day? Asked by bank risk teams before opening an account.",
  })
  accountOpening(
    @Root() subject: Subject,
    @Arg("institution", () => ID) institution: string,
    @Arg("product", () => AccountProduct) product: AccountProduct,
    @Arg("exemption", () => LimitExemption, { nullable: true }) exemption: LimitExemption | null | undefined,
    @Arg("reviewReason", () => String, { nullable: true }) reviewReason: string | null | undefined,
    @Arg("on", () => CalendarDateScalar, { nullable: true }) on: string | null | undefined,
    @Ctx() context: BankingContext,
  ): Promise<OpeningDecision> {
    const question = {
      institution,
      product,
      exemption: exemption ?? null,
      reviewReason: parseReason(reviewReason),
      on: decisionDay(on, chinaDay(context.clock())),
    };
    return checkAccountOpening(subject, question, context);
  }

  @RequiresScopes(["opening:check"])
  @Policy(["own_institution"])
  @Query(() => OpeningDecision, {
    nullable: true,
    description: "A decision that the caller's own institution was given, as it was given, by its id.",
  })
  async accountOpeningDecision(
    @Arg("id", () => ID) id: string,
    @Ctx() context: BankingContext,
  ): Promise<OpeningDecision | null> {
    const { claims, loaders, stores } = context;
    const own = accountInstitutionOf(claims.view);
    const filed = own === null ? null : await stores.decisions.findDecision(id, own);
    if (filed === null) return null;
    noteAbout(context, [filed.subjectId]);
    const institution = await loaders.institution.load(filed.institution);
    return showDecision(filed, institution ?? unlistedInstitution(filed.institution));
  }
}

/** Blanks are no reason. */
function parseReason(text: string | null | undefined): string | null {
  const reason = text?.trim() ?? "";
  if (reason.length > MAX_REASON_LENGTH)
    throw new HubError("LIMIT_EXCEEDED", `\`reviewReason\` has at most ${MAX_REASON_LENGTH} characters.`);
  return reason === "" ? null : reason;
}
