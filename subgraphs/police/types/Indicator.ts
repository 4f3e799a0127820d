import { Field, ID, ObjectType } from "type-graphql";
import { Key, RequiresScopes } from "../../shared/directives";
import { DateTimeScalar } from "../../shared/types/scalars";
import { IndicatorKind, IndicatorStatus } from "./enums";

/** Something to be blocked or shut: software, a site, a network account, false information (N16-4, N16-6). */
@Key("id")
@RequiresScopes(["indicator:read"])
@ObjectType()
export class Indicator {
  @Field(() => ID)
  id: string;

  @Field(() => IndicatorKind)
  kind: IndicatorKind;

  @Field(() => IndicatorStatus)
  status: IndicatorStatus;

  @Field(() => String)
  value: string;

  @Field(() => DateTimeScalar)
  recordedAt: Date;

  readonly caseNumber: string | null;
}
