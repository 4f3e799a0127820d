import { Field, ID, InputType } from "type-graphql";

/** What came of a rectification: mended, or the target is shut. */
@InputType()
export class CloseRectificationInput {
  @Field(() => ID)
  rectificationId: string;

  @Field(() => Boolean)
  shut: boolean;

  @Field(() => String)
  note: string;
}
