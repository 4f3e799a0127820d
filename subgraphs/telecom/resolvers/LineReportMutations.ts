import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { noteAbout } from "../../shared/about";
import { Policy, RequiresScopes } from "../../shared/directives";
import { ReportOutcome } from "../../shared/types/ReportOutcome";
import { acknowledgeRiskNotice } from "../commands/acknowledgeRiskNotice";
import { declareLineCoverage } from "../commands/declareLineCoverage";
import { recordReverification } from "../commands/recordReverification";
import { reportCarrierOutlets } from "../commands/reportCarrierOutlets";
import { reportPhoneLines } from "../commands/reportPhoneLines";
import { runTelecomTransaction } from "../commands/telecomTransaction";
import type { LineRow } from "../store/lineRow";
import type { TelecomContext } from "../telecomContext";
import { AcknowledgeRiskNoticeInput } from "../types/AcknowledgeRiskNoticeInput";
import { DeclareCoverageInput } from "../../shared/types/DeclareCoverageInput";
import { InstitutionAnswer } from "../types/InstitutionAnswer";
import { PhoneLine } from "../types/PhoneLine";
import { RecordReverificationInput } from "../types/RecordReverificationInput";
import { ReportOutletsInput } from "../../shared/types/ReportOutletsInput";
import { ReportPhoneLinesInput } from "../types/ReportPhoneLinesInput";
import { RiskNoticeAcknowledgement } from "../types/RiskNoticeAcknowledgement";

/** What carriers report of their lines. */
@Resolver()
export class LineReportMutations {
  @RequiresScopes(["line:report"])
  @Policy(["own_institution:input.institution"])
  @Mutation(() => InstitutionAnswer)
  declareLineCoverage(
    @Arg("input", () => DeclareCoverageInput) input: DeclareCoverageInput,
    @Ctx() context: TelecomContext,
  ): Promise<InstitutionAnswer> {
    return runTelecomTransaction(context, transaction => declareLineCoverage(input, transaction));
  }

  @RequiresScopes(["line:report"])
  @Policy(["own_institution:input.institution"])
  @Mutation(() => ReportOutcome)
  reportCarrierOutlets(
    @Arg("input", () => ReportOutletsInput) input: ReportOutletsInput,
    @Ctx() context: TelecomContext,
  ): Promise<ReportOutcome> {
    return reportCarrierOutlets(input, context);
  }

  @RequiresScopes(["line:report"])
  @Policy(["own_institution:input.carrier"])
  @Mutation(() => ReportOutcome, {
    description:
      "Idempotent by (carrier, requestId). Every item gets its own outcome; one bad item loses no other.",
  })
  reportPhoneLines(
    @Arg("input", () => ReportPhoneLinesInput) input: ReportPhoneLinesInput,
    @Ctx() context: TelecomContext,
  ): Promise<ReportOutcome> {
    return reportPhoneLines(input, context);
  }

  @RequiresScopes(["line:report"])
  @Policy(["own_institution"])
  @Mutation(() => PhoneLine)
  recordReverification(
    @Arg("input", () => RecordReverificationInput) input: RecordReverificationInput,
    @Ctx() context: TelecomContext,
  ): Promise<LineRow> {
    return runTelecomTransaction(context, transaction => recordReverification(input, transaction));
  }

  @RequiresScopes(["line:report"])
  @Policy(["own_institution"])
  @Mutation(() => RiskNoticeAcknowledgement)
  async acknowledgeRiskNotice(
    @Arg("input", () => AcknowledgeRiskNoticeInput) input: AcknowledgeRiskNoticeInput,
    @Ctx() context: TelecomContext,
  ): Promise<RiskNoticeAcknowledgement> {
    const notice = await runTelecomTransaction(context, transaction =>
      acknowledgeRiskNotice(input, transaction),
    );
    noteAbout(context, [notice.subjectId]);
    return notice;
  }
}
