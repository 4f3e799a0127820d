import { Field, ObjectType } from "type-graphql";
import { Authenticated, Shareable } from "../directives";
import { MeasureKind, Sector } from "./enums";
import { CalendarDateScalar } from "./scalars";

/** A measure that nobody has imposed yet: what a recognition would bring, both days included. */
@Shareable()
@Authenticated()
@ObjectType()
export class ForeseenMeasure {
  @Field(() => MeasureKind)
  kind: MeasureKind;

  @Field(() => Sector)
  sector: Sector;

  @Field(() => CalendarDateScalar)
  startsOn: string;

  @Field(() => CalendarDateScalar)
  endsOn: string;
}
