import { ArgsType, Field, ID, Int } from "type-graphql";

/** Which part of a carrier's clean-up list is asked for. */
@ArgsType()
export class CleanUpListArgs {
  @Field(() => ID)
  carrier: string;

  @Field(() => Int, { defaultValue: 50 })
  first: number;

  @Field(() => String, { nullable: true })
  after?: string | null;
}
