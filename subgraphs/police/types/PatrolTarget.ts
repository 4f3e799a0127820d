import { Field, ID, Int, ObjectType } from "type-graphql";
import { Authenticated } from "../../shared/directives";
import { CalendarDateScalar } from "../../shared/types/scalars";

/** A key outlet to be patrolled (N20-4). */
@Authenticated()
@ObjectType()
export class PatrolTarget {
  @Field(() => ID)
  outletCode: string;

  @Field(() => Int)
  involved: number;

  @Field(() => CalendarDateScalar, { nullable: true })
  lastPatrolledOn: string | null;

  readonly institutionCode: string;
}
