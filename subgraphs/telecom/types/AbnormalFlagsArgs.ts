import { ArgsType, Field, ID, Int } from "type-graphql";
import { DateTimeScalar } from "../../shared/types/scalars";
import { AbnormalFlagKind, FlagStatus } from "./enums";

/** Which flags of a carrier are asked for. */
@ArgsType()
export class AbnormalFlagsArgs {
  @Field(() => ID)
  carrier: string;

  @Field(() => FlagStatus, { nullable: true })
  status?: FlagStatus | null;

  @Field(() => [AbnormalFlagKind], { nullable: true })
  kinds?: AbnormalFlagKind[] | null;

  @Field(() => DateTimeScalar, { nullable: true })
  from?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true })
  to?: Date | null;

  @Field(() => Int, { defaultValue: 50 })
  first: number;

  @Field(() => String, { nullable: true })
  after?: string | null;
}
