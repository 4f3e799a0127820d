import { Field, Int, ObjectType } from "type-graphql";
import { Authenticated } from "../../shared/directives";
import { CalendarDateScalar } from "../../shared/types/scalars";

/** A stage that a case has entered, and the days it has spent there (N16-2, N20-2). */
@Authenticated()
@ObjectType()
export class CaseStage {
  @Field(() => String)
  name: string;

  @Field(() => CalendarDateScalar)
  enteredOn: string;

  @Field(() => Int)
  ageDays: number;
}
