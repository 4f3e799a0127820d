import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import { Authenticated, Inaccessible, Shareable } from "../../shared/directives";
import type { PoliceContext } from "../policeContext";

/** Decides, for the gateway, whether a case is a lawful purpose. */
@Resolver()
export class PolicyResolver {
  @Shareable()
  @Inaccessible()
  @Authenticated()
  @Query(() => [Boolean], {
    description:
      "Asked by the gateway before planning: case, assignment, confirmed persons, approvals. One verdict for each subject; without subjects one for the case itself.",
  })
  async policyVerdict(
    @Arg("policy", () => String) policy: string,
    @Arg("purpose", () => String) purpose: string,
    @Arg("reference", () => String) reference: string,
    @Arg("subjectIds", () => [ID]) subjectIds: string[],
    @Ctx() context: PoliceContext,
  ): Promise<boolean[]> {
    const verdicts = subjectIds.length === 0 ? 1 : subjectIds.length;
    const no = new Array<boolean>(verdicts).fill(false);
    if (context.claims.caller.kind !== "POLICE" || purpose !== "CASE") return no;
    if (policy === "purpose_bound") return judgePurpose(reference, subjectIds, context);
    if (policy === "extended_access") return no.fill(await isExtended(reference, context));
    return no;
  }
}

async function judgePurpose(
  caseNumber: string,
  subjectIds: readonly string[],
  { stores: { purposes }, claims: { caller } }: PoliceContext,
): Promise<boolean[]> {
  if (subjectIds.length === 0) return [await purposes.isOpenAndAssigned(caseNumber, caller.id)];
  const confirmed = await purposes.confirmedSubjects(caseNumber, caller.id, subjectIds);
  return subjectIds.map(id => confirmed.has(id));
}

function isExtended(
  caseNumber: string,
  { stores: { purposes }, claims: { caller }, clock }: PoliceContext,
): Promise<boolean> {
  return purposes.hasExtendedAccess(caseNumber, caller.id, clock());
}
