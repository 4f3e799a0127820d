import { buildSubgraph, type Subgraph } from "../shared/buildSubgraph";
import { CheckpointResolver } from "../shared/checkpoints/CheckpointResolver";
import { HubEventResolver } from "../shared/events/HubEventResolver";
import { KeptThingResolver } from "../shared/objections/KeptThingResolver";
import { createSubjectQueries } from "../shared/subjects/createSubjectQueries";
import { references } from "./references";
import { AccountabilityQueries } from "./resolvers/AccountabilityQueries";
import { AccountLinkResolver } from "./resolvers/AccountLinkResolver";
import { AccountOrderResolver } from "./resolvers/AccountOrderResolver";
import { AccountQueries } from "./resolvers/AccountQueries";
import { AccountResolver } from "./resolvers/AccountResolver";
import { ChangeResolver } from "./resolvers/ChangeResolver";
import { FundTrailResolver } from "./resolvers/FundTrailResolver";
import { InstitutionResolver } from "./resolvers/InstitutionResolver";
import { LinkResolver } from "./resolvers/LinkResolver";
import { DisputeMutation } from "./resolvers/DisputeMutation";
import { OpeningResolver } from "./resolvers/OpeningResolver";
import { OrderMutations } from "./resolvers/OrderMutations";
import { PhoneLineResolver } from "./resolvers/PhoneLineResolver";
import { PolicyResolver } from "./resolvers/PolicyResolver";
import { ReportMutations } from "./resolvers/ReportMutations";
import { SanctionPreviewResolver } from "./resolvers/SanctionPreviewResolver";
import { SanctionResolver } from "./resolvers/SanctionResolver";
import { SubjectResolver } from "./resolvers/SubjectResolver";
import { TransferResolver } from "./resolvers/TransferResolver";
import { Sanction } from "./types/Sanction";
import { SanctionPreview } from "./types/SanctionPreview";
import { Subject } from "./types/Subject";

/** The banking schema from its decorated classes; no store is needed to print it. */
export function buildBankingSchema(): Promise<Subgraph> {
  return buildSubgraph({
    name: "banking",
    resolvers: [
      AccountabilityQueries,
      AccountLinkResolver,
      AccountOrderResolver,
      AccountQueries,
      AccountResolver,
      ChangeResolver,
      CheckpointResolver,
      DisputeMutation,
      HubEventResolver,
      FundTrailResolver,
      InstitutionResolver,
      KeptThingResolver,
      LinkResolver,
      OpeningResolver,
      OrderMutations,
      PhoneLineResolver,
      PolicyResolver,
      ReportMutations,
      SanctionPreviewResolver,
      SanctionResolver,
      createSubjectQueries(Subject),
      SubjectResolver,
      TransferResolver,
    ],
    orphanedTypes: [Sanction, SanctionPreview],
    references,
  });
}
