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
    description: "How many records the institution keeps; a declaration of more than have come is refused.",
  })
  records?: number | null;
}
