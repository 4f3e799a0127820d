import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { Policy, RequiresScopes } from "../../shared/directives";
import { addCaseSubject } from "../commands/addCaseSubject";
import { approveExtendedAccess } from "../commands/approveExtendedAccess";
import { assignOfficers } from "../commands/assignOfficers";
import { closeCase } from "../commands/closeCase";
import { confirmCaseSubject } from "../commands/confirmCaseSubject";
import { openCase } from "../commands/openCase";
import { runPoliceTransaction } from "../commands/policeTransaction";
import { recordCaseStage } from "../commands/recordCaseStage";
import { releaseLookups } from "../commands/releaseLookups";
import type { PoliceContext } from "../policeContext";
import { AccessApproval } from "../types/AccessApproval";
import { ApproveExtendedAccessInput } from "../types/ApproveExtendedAccessInput";
import { AssignOfficersInput } from "../types/AssignOfficersInput";
import { Case } from "../types/Case";
import { CaseSubjectInput } from "../types/CaseSubjectInput";
import { CloseCaseInput } from "../types/CloseCaseInput";
import { ConfirmCaseSubjectInput } from "../types/ConfirmCaseSubjectInput";
import { Involvement } from "../types/Involvement";
import { OpenCaseInput } from "../types/OpenCaseInput";
import { RecordCaseStageInput } from "../types/RecordCaseStageInput";
import { ReleaseLookupsInput } from "../types/ReleaseLookupsInput";

/** Changes to cases, which decide who may look at whom. */
@Resolver()
export class CaseMutations {
  @RequiresScopes(["case:write"])
  @Mutation(() => Case)
  openCase(
    @Arg("input", () => OpenCaseInput) input: OpenCaseInput,
    @Ctx() context: PoliceContext,
  ): Promise<Case> {
    return runPoliceTransaction(context, transaction => openCase(input, transaction));
  }

  @RequiresScopes(["case:write"])
  @Policy(["case_assigned"])
  @Mutation(() => Case)
  closeCase(
    @Arg("input", () => CloseCaseInput) input: CloseCaseInput,
    @Ctx() context: PoliceContext,
  ): Promise<Case> {
    return runPoliceTransaction(context, transaction => closeCase(input, transaction));
  }

  @RequiresScopes(["case:write"])
  @Policy(["case_assigned"])
  @Mutation(() => Involvement, {
    description:
      "A person put into a case counts as its purpose only after the lead has confirmed; never the officer who added them.",
  })
  addCaseSubject(
    @Arg("input", () => CaseSubjectInput) input: CaseSubjectInput,
    @Ctx() context: PoliceContext,
  ): Promise<Involvement> {
    return runPoliceTransaction(context, transaction => addCaseSubject(input, transaction));
  }

  @RequiresScopes(["case:lead"])
  @Policy(["case_assigned"])
  @Mutation(() => Involvement, {
    description:
      "The lead's word that a person, an account or a line belongs to the case; of an account or a line it opens no holder.",
  })
  confirmCaseSubject(
    @Arg("input", () => ConfirmCaseSubjectInput) input: ConfirmCaseSubjectInput,
    @Ctx() context: PoliceContext,
  ): Promise<Involvement> {
    return runPoliceTransaction(context, transaction => confirmCaseSubject(input, transaction));
  }

  @RequiresScopes(["case:lead"])
  @Policy(["case_assigned"])
  @Mutation(() => Case)
  assignOfficers(
    @Arg("input", () => AssignOfficersInput) input: AssignOfficersInput,
    @Ctx() context: PoliceContext,
  ): Promise<Case> {
    return runPoliceTransaction(context, transaction => assignOfficers(input, transaction));
  }

  @RequiresScopes(["case:lead"])
  @Policy(["case_assigned"])
  @Mutation(() => Case, {
    description: "From the case lead: the people looked at for the case may know of the looks made so far.",
  })
  releaseLookups(
    @Arg("input", () => ReleaseLookupsInput) input: ReleaseLookupsInput,
    @Ctx() context: PoliceContext,
  ): Promise<Case> {
    return runPoliceTransaction(context, transaction => releaseLookups(input, transaction));
  }

  @RequiresScopes(["case:write"])
  @Policy(["case_assigned"])
  @Mutation(() => Case)
  recordCaseStage(
    @Arg("input", () => RecordCaseStageInput) input: RecordCaseStageInput,
    @Ctx() context: PoliceContext,
  ): Promise<Case> {
    return runPoliceTransaction(context, transaction => recordCaseStage(input, transaction));
  }

  @RequiresScopes(["case:lead"])
  @Policy(["case_assigned"])
  @Mutation(() => AccessApproval, {
    description:
      "The case lead lets another officer look further than one step from the people confirmed in the case, for some days.",
  })
  approveExtendedAccess(
    @Arg("input", () => ApproveExtendedAccessInput) input: ApproveExtendedAccessInput,
    @Ctx() context: PoliceContext,
  ): Promise<AccessApproval> {
    return runPoliceTransaction(context, transaction => approveExtendedAccess(input, transaction));
  }
}
