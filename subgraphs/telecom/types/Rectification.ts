import { Field, ID, ObjectType } from "type-graphql";
import { Key, RequiresScopes } from "../../shared/directives";
import { AccountabilityKey } from "../../shared/types/enums";
import { RuleFinding } from "../../shared/types/RuleFinding";
import { CalendarDateScalar } from "../../shared/types/scalars";
import { RectificationStatus } from "./enums";

/** A deadline for an agent, outlet or institution that broke a rule; then it is shut (N16-4). */
@Key("id")
@RequiresScopes(["accountability:read"])
@ObjectType()
export class Rectification {
  @Field(() => ID)
  id: string;

  @Field(() => AccountabilityKey)
  targetKind: AccountabilityKey;

  @Field(() => ID)
  targetCode: string;

  @Field(() => RuleFinding)
  breach: RuleFinding;

  @Field(() => RectificationStatus)
  status: RectificationStatus;

  @Field(() => CalendarDateScalar)
  orderedOn: string;

  @Field(() => CalendarDateScalar)
  dueOn: string;

  @Field(() => CalendarDateScalar, { nullable: true })
  closedOn: string | null;
}
