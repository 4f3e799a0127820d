import { Field, ID, InputType } from "type-graphql";
import { AccountabilityKey } from "../../shared/types/enums";
import { CalendarDateScalar } from "../../shared/types/scalars";

/** Who has broken which rule, and by when it is to be mended. */
@InputType()
export class OrderRectificationInput {
  @Field(() => AccountabilityKey)
  targetKind: AccountabilityKey;

  @Field(() => ID, {
    description: "Code of the outlet, agent or carrier; `<carrier>/<code>` where several use the same code.",
  })
  targetCode: string;

  @Field(() => ID)
  ruleId: string;

  @Field(() => String)
  message: string;

  @Field(() => CalendarDateScalar)
  dueOn: string;
}
