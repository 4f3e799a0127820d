import { Field, ID, InputType } from "type-graphql";
import { CalendarDateScalar } from "../../shared/types/scalars";

/** A holder whom a carrier refuses in a grave case. */
@InputType()
export class BlacklistLineHolderInput {
  @Field(() => ID)
  subjectId: string;

  @Field(() => ID)
  carrier: string;

  @Field(() => String)
  reason: string;

  @Field(() => CalendarDateScalar, { nullable: true })
  endsOn?: string | null;
}
