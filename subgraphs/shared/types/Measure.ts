import { Field, ID, ObjectType } from "type-graphql";
import { Authenticated, Shareable } from "../directives";
import { MeasureKind, Sector } from "./enums";
import { CalendarDateScalar, DateTimeScalar } from "./scalars";

/** One consequence of a sanction, with its own interval of calendar days, both included. */
@Shareable()
@Authenticated()
@ObjectType()
export class Measure {
  @Field(() => MeasureKind)
  kind: MeasureKind;

  @Field(() => Sector)
  sector: Sector;

  @Field(() => CalendarDateScalar)
  startsOn: string;

  @Field(() => CalendarDateScalar)
  endsOn: string;

  @Field(() => ID)
  sanctionId: string;

  @Field({
    description:
      "The text that it was recognised by, as its orders cite it: N16-5, N20-5, or EXT: and a name.",
  })
  article: string;

  @Field(() => DateTimeScalar)
  recordedAt: Date;

  @Field(() => DateTimeScalar, { nullable: true })
  liftedAt: Date | null;
}
