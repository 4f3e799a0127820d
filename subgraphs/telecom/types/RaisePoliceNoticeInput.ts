import { Field, ID, InputType } from "type-graphql";
import { DateTimeScalar } from "../../shared/types/scalars";

/** What the police tell a line's carrier of the line. */
@InputType()
export class RaisePoliceNoticeInput {
  @Field(() => ID)
  number: string;

  @Field(() => DateTimeScalar)
  observedFrom: Date;

  @Field(() => DateTimeScalar)
  observedTo: Date;

  @Field(() => String)
  evidence: string;
}
