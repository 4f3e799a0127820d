import { Field, ID, InputType } from "type-graphql";

/** The way out of a carrier's blacklist. */
@InputType()
export class LiftBlacklistEntryInput {
  @Field(() => ID)
  entryId: string;

  @Field(() => String)
  reason: string;
}
