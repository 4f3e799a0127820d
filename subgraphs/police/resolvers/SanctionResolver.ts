import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Measure } from "../../shared/types/Measure";
import type { PoliceContext } from "../policeContext";
import { Authority } from "../types/Authority";
import { Case } from "../types/Case";
import { SanctionStatus } from "../types/enums";
import { Objection } from "../types/Objection";
import { Sanction } from "../types/Sanction";
import { SanctionNotice } from "../types/SanctionNotice";
import { Subject } from "../types/Subject";
import { requireRow } from "./requireRow";
import { loadStatus } from "./sanctionStanding";

/** What hangs on a sanction. */
@Resolver(() => Sanction)
export class SanctionResolver {
  @FieldResolver(() => Subject)
  subject(@Root() { subjectId }: Sanction): Subject {
    return { id: subjectId };
  }

  @FieldResolver(() => Authority)
  recognisedBy(@Root() { authorityCode }: Sanction, @Ctx() { loaders }: PoliceContext): Promise<Authority> {
    return requireRow(loaders.authority.load(authorityCode), `authority ${authorityCode}`);
  }

  @FieldResolver(() => SanctionStatus)
  status(@Root() sanction: Sanction, @Ctx() context: PoliceContext): Promise<SanctionStatus> {
    return loadStatus(sanction, context);
  }

  @FieldResolver(() => [Measure])
  async measures(@Root() { id, subjectId }: Sanction, @Ctx() { loaders }: PoliceContext): Promise<Measure[]> {
    const measures = await loaders.measuresBySubject.load(subjectId);
    return measures.filter(measure => measure.sanctionId === id);
  }

  // Null for the officers of other cases, and for everybody who is no officer.
  @FieldResolver(() => Case, { nullable: true })
  case(@Root() { caseNumber }: Sanction, @Ctx() { loaders }: PoliceContext): Promise<Case | null> | null {
    return caseNumber === null ? null : loaders.assignedCase.load(caseNumber);
  }

  @FieldResolver(() => [Objection])
  objections(@Root() { id }: Sanction, @Ctx() { loaders }: PoliceContext): Promise<Objection[]> {
    return loaders.objectionsByTarget.load(id);
  }

  @FieldResolver(() => SanctionNotice, {
    description: "Reason, remedy and papers needed, as the notice to the person must state.",
  })
  notice(@Root() { reason, remedy, papers, servedOn }: Sanction): SanctionNotice {
    return { reason, remedy, papers, servedOn };
  }
}
