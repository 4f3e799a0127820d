import { Field, ID, InputType, Int } from "type-graphql";
import { DateTimeScalar } from "./scalars";

/** What an institution says it has completely reported. */
@InputType()
export class DeclareCoverageInput {
  @Field(() => ID)
  institution: string;

  @Field(() => DateTimeScalar)
  completeAsOf: Date;

  @Field(() => Int, {
    nullable: true,
    description:
      "How many records the institution keeps. While more are named than have come, nothing counts as complete.",
  })
  records?: number | null;
}
