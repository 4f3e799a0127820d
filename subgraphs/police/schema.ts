import { buildSubgraph, type Subgraph } from "../shared/buildSubgraph";
import { CheckpointResolver } from "../shared/checkpoints/CheckpointResolver";
import { HubEventResolver } from "../shared/events/HubEventResolver";
import { createSubjectQueries } from "../shared/subjects/createSubjectQueries";
import { references } from "./references";
import { AccessApprovalResolver } from "./resolvers/AccessApprovalResolver";
import { AccountResolver } from "./resolvers/AccountResolver";
import { CallerResolver } from "./resolvers/CallerResolver";
import { CaseMutations } from "./resolvers/CaseMutations";
import { CaseResolver } from "./resolvers/CaseResolver";
import { CaseWorkMutations } from "./resolvers/CaseWorkMutations";
import { ChangeResolver } from "./resolvers/ChangeResolver";
import { FigureResolver } from "./resolvers/FigureResolver";
import { IndicatorResolver } from "./resolvers/IndicatorResolver";
import { InstitutionResolver } from "./resolvers/InstitutionResolver";
import { InvolvementMutations } from "./resolvers/InvolvementMutations";
import { InvolvementResolver } from "./resolvers/InvolvementResolver";
import { ObjectionMutations } from "./resolvers/ObjectionMutations";
import { ObjectionResolver } from "./resolvers/ObjectionResolver";
import { PatrolTargetResolver } from "./resolvers/PatrolTargetResolver";
import { PhoneLineResolver } from "./resolvers/PhoneLineResolver";
import { PolicyResolver } from "./resolvers/PolicyResolver";
import { PreventionMutations } from "./resolvers/PreventionMutations";
import { SanctionMutations } from "./resolvers/SanctionMutations";
import { SanctionPreviewResolver } from "./resolvers/SanctionPreviewResolver";
import { SanctionResolver } from "./resolvers/SanctionResolver";
import { StopPaymentResolver } from "./resolvers/StopPaymentResolver";
import { SubjectResolver } from "./resolvers/SubjectResolver";
import { SurrenderResolver } from "./resolvers/SurrenderResolver";
import { TipResolver } from "./resolvers/TipResolver";
import { VisitResolver } from "./resolvers/VisitResolver";
import { WarningResolver } from "./resolvers/WarningResolver";
import { Subject } from "./types/Subject";

/** The police schema from its decorated classes; no store is needed to print it. */
export function buildPoliceSchema(): Promise<Subgraph> {
  return buildSubgraph({
    name: "police",
    resolvers: [
      AccessApprovalResolver,
      AccountResolver,
      CallerResolver,
      CaseMutations,
      CaseResolver,
      CaseWorkMutations,
      ChangeResolver,
      CheckpointResolver,
      HubEventResolver,
      FigureResolver,
      IndicatorResolver,
      InstitutionResolver,
      InvolvementMutations,
      InvolvementResolver,
      ObjectionMutations,
      ObjectionResolver,
      PatrolTargetResolver,
      PhoneLineResolver,
      PolicyResolver,
      PreventionMutations,
      SanctionMutations,
      SanctionPreviewResolver,
      SanctionResolver,
      StopPaymentResolver,
      createSubjectQueries(Subject),
      SubjectResolver,
      SurrenderResolver,
      TipResolver,
      VisitResolver,
      WarningResolver,
    ],
    references,
  });
}
