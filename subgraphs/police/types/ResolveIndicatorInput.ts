import { Field, ID, InputType } from "type-graphql";
import { IndicatorStatus } from "./enums";

/** What became of an indicator. */
@InputType()
export class ResolveIndicatorInput {
  @Field(() => ID)
  indicatorId: string;

  @Field(() => IndicatorStatus)
  status: IndicatorStatus;
}
