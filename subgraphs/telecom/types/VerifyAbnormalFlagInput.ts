import { Field, ID, InputType } from "type-graphql";

/** Whether what was reported is true. */
@InputType()
export class VerifyAbnormalFlagInput {
  @Field(() => ID)
  flagId: string;

  @Field(() => Boolean)
  confirmed: boolean;

  @Field(() => String)
  note: string;
}
