import { Field, ID, InputType } from "type-graphql";
import { TipStatus } from "./enums";

/** What became of a tip. */
@InputType()
export class ResolveTipInput {
  @Field(() => ID)
  tipId: string;

  @Field(() => TipStatus)
  status: TipStatus;

  @Field(() => ID, { nullable: true })
  caseNumber?: string | null;

  @Field(() => Boolean)
  rewardDue: boolean;
}
