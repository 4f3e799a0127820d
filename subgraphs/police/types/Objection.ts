import { Field, ID, ObjectType } from "type-graphql";
import { Key, RequiresScopes } from "../../shared/directives";
import { DateTimeScalar } from "../../shared/types/scalars";
import { ObjectionStatus, ObjectionTarget } from "./enums";

/** An objection to a measure: once the organ confirms it, the measure is lifted everywhere (N20-5). */
@Key("id")
@RequiresScopes(["sanction:read"], ["case:read"], ["objection:file"], ["objection:decide"])
@ObjectType()
export class Objection {
  @Field(() => ID)
  id: string;

  @Field(() => ObjectionStatus)
  status: ObjectionStatus;

  @Field(() => ObjectionTarget)
  target: ObjectionTarget;

  @Field(() => DateTimeScalar)
  dueAt: Date;

  @Field(() => DateTimeScalar)
  filedAt: Date;

  @Field(() => String)
  grounds: string;

  @Field(() => DateTimeScalar, { nullable: true })
  decidedAt: Date | null;

  @Field(() => String, { nullable: true })
  decision: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  restoredAt: Date | null;

  readonly targetId: string;
  readonly subjectId: string | null;
  readonly authorityCode: string;
  readonly filedBy: string | null;
}
