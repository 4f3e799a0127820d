import { Field, ID, ObjectType } from "type-graphql";
import { Key, RequiresScopes } from "../../shared/directives";
import { OrderStatus } from "../../shared/types/enums";
import { RuleFinding } from "../../shared/types/RuleFinding";
import { DateTimeScalar } from "../../shared/types/scalars";
import { AccountOrderKind } from "./enums";

/** What an institution is told to do with an account, and how far it has come. */
@Key("id")
@RequiresScopes(["order:read"], ["account:read"])
@ObjectType()
export class AccountOrder {
  @Field(() => ID)
  id: string;

  @Field(() => AccountOrderKind)
  kind: AccountOrderKind;

  @Field(() => OrderStatus)
  status: OrderStatus;

  @Field(() => RuleFinding)
  reason: RuleFinding;

  @Field(() => DateTimeScalar)
  issuedAt: Date;

  @Field(() => DateTimeScalar)
  dueAt: Date;

  @Field(() => DateTimeScalar, { nullable: true })
  deliveredAt: Date | null;

  @Field(() => DateTimeScalar, { nullable: true })
  executedAt: Date | null;

  @Field(() => String, { nullable: true })
  refusalReason: string | null;

  @Field(() => ID)
  causeId: string;
}
