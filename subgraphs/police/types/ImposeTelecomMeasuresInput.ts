import { Field, ID, InputType } from "type-graphql";
import { MeasureKind } from "../../shared/types/enums";
import { CalendarDateScalar } from "../../shared/types/scalars";

/** What the telecom regulator sets for a phone-card sanction (N20-5). */
@InputType()
export class ImposeTelecomMeasuresInput {
  @Field(() => ID)
  sanctionId: string;

  @Field(() => [MeasureKind])
  kinds: MeasureKind[];

  @Field(() => CalendarDateScalar)
  startsOn: string;

  @Field(() => CalendarDateScalar)
  endsOn: string;

  @Field(() => String)
  reason: string;
}
