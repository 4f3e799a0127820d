import { Field, ID, InputType, Int } from "type-graphql";
import { DateTimeScalar } from "../../shared/types/scalars";

/** As of when an institution has reported everything that it holds, and how many records that is. */
@InputType()
export class DeclareCoverageInput {
  @Field(() => ID)
  institution: string;

  @Field(() => DateTimeScalar)
  completeAsOf: Date;

  @Field(() => Int, { nullable: true })
  records?: number | null;
}
