import type { NonEmptyArray } from "type-graphql";
import { CheckpointResolver } from "../shared/checkpoints/CheckpointResolver";
import { HubEventResolver } from "../shared/events/HubEventResolver";
import { KeptThingResolver } from "../shared/objections/KeptThingResolver";
import { createSubjectQueries } from "../shared/subjects/createSubjectQueries";
import { AbnormalFlagResolver } from "./resolvers/AbnormalFlagResolver";
import { BlacklistEntryResolver } from "./resolvers/BlacklistEntryResolver";
import { FigureQueries } from "./resolvers/FigureQueries";
import { FlagMutations } from "./resolvers/FlagMutations";
import { InstitutionLineRecordResolver } from "./resolvers/InstitutionLineRecordResolver";
import { InstitutionResolver } from "./resolvers/InstitutionResolver";
import { LineMeasureMutations } from "./resolvers/LineMeasureMutations";
import { LineReportMutations } from "./resolvers/LineReportMutations";
import { LineOpeningResolver } from "./resolvers/LineOpeningResolver";
import { LineOrderMutations } from "./resolvers/LineOrderMutations";
import { LineOrderResolver } from "./resolvers/LineOrderResolver";
import { PhoneCheckQuery } from "./resolvers/PhoneCheckQuery";
import { PhoneLineConnectionResolver } from "./resolvers/PhoneLineConnectionResolver";
import { PhoneLineResolver } from "./resolvers/PhoneLineResolver";
import { PolicyVerdictQuery } from "./resolvers/PolicyVerdictQuery";
import { SanctionResolver } from "./resolvers/SanctionResolver";
import { SubjectResolver } from "./resolvers/SubjectResolver";
import { TelecomChangeResolver } from "./resolvers/TelecomChangeResolver";
import { WorkListQueries } from "./resolvers/WorkListQueries";
import { Subject } from "./types/Subject";

/** Every resolver of this subgraph. */
export const RESOLVER_CLASSES: NonEmptyArray<new () => object> = [
  createSubjectQueries(Subject),
  SubjectResolver,
  LineOpeningResolver,
  PhoneLineResolver,
  PhoneLineConnectionResolver,
  AbnormalFlagResolver,
  LineOrderResolver,
  LineOrderMutations,
  BlacklistEntryResolver,
  WorkListQueries,
  FigureQueries,
  InstitutionResolver,
  InstitutionLineRecordResolver,
  SanctionResolver,
  PhoneCheckQuery,
  PolicyVerdictQuery,
  TelecomChangeResolver,
  FlagMutations,
  LineReportMutations,
  LineMeasureMutations,
  CheckpointResolver,
  HubEventResolver,
  KeptThingResolver,
];
