import { ArgsType, Field, ID, Int } from "type-graphql";
import { AccountabilityKey } from "../../shared/types/enums";
import { CalendarDateScalar } from "../../shared/types/scalars";

/** Which openings are counted, by what; `after` is the key of the last entry read. */
@ArgsType()
export class LineAccountabilityArgs {
  @Field(() => AccountabilityKey)
  by: AccountabilityKey;

  @Field(() => ID, { nullable: true })
  carrier?: string | null;

  @Field(() => String, { nullable: true })
  region?: string | null;

  @Field(() => CalendarDateScalar, { nullable: true })
  from?: string | null;

  @Field(() => CalendarDateScalar, { nullable: true })
  to?: string | null;

  @Field(() => Int, { defaultValue: 50 })
  first: number;

  @Field(() => String, { nullable: true })
  after?: string | null;
}
