import { Field, ID, InputType } from "type-graphql";

/** What came of verifying a line's holder again. */
@InputType()
export class RecordReverificationInput {
  @Field(() => ID)
  number: string;

  @Field(() => String)
  method: string;

  @Field(() => Boolean)
  passed: boolean;

  @Field(() => String, { nullable: true })
  photoReference?: string | null;
}
