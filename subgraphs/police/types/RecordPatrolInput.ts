import { Field, ID, InputType } from "type-graphql";
import { CalendarDateScalar } from "../../shared/types/scalars";

/** A patrol of an outlet (N20-4). */
@InputType()
export class RecordPatrolInput {
  @Field(() => ID)
  outletCode: string;

  @Field(() => CalendarDateScalar)
  patrolledOn: string;

  @Field(() => String)
  findings: string;
}
