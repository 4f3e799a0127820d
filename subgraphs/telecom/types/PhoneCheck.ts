import { Field, ObjectType } from "type-graphql";
import { Authenticated } from "../../shared/directives";
import { TriState } from "../../shared/types/enums";
import { DateTimeScalar } from "../../shared/types/scalars";
import { AbnormalFlagKind } from "./enums";

/** Whether a number that a customer gives may be trusted; it names no holder. */
@Authenticated()
@ObjectType()
export class PhoneCheck {
  @Field(() => TriState)
  sameHolder: TriState;

  @Field(() => TriState)
  inService: TriState;

  @Field(() => [AbnormalFlagKind], { nullable: true })
  verifiedFlags: AbnormalFlagKind[] | null;

  @Field(() => DateTimeScalar, { nullable: true })
  asOf: Date | null;
}
