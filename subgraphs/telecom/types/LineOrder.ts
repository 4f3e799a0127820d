import { Field, ID, ObjectType } from "type-graphql";
import { Key, RequiresScopes } from "../../shared/directives";
import { OrderStatus } from "../../shared/types/enums";
import { RuleFinding } from "../../shared/types/RuleFinding";
import { DateTimeScalar } from "../../shared/types/scalars";
import { LineOrderKind } from "./enums";

/** What a carrier is told to do with a line, and why. */
@Key("id")
@RequiresScopes(["order:read"], ["line:read"])
@ObjectType()
export class LineOrder {
  @Field(() => ID)
  id: string;

  @Field(() => LineOrderKind)
  kind: LineOrderKind;

  @Field(() => OrderStatus)
  status: OrderStatus;

  @Field(() => RuleFinding)
  reason: RuleFinding;

  @Field(() => DateTimeScalar)
  issuedAt: Date;

  @Field(() => DateTimeScalar)
  dueAt: Date;

  @Field(() => DateTimeScalar, { nullable: true })
  executedAt: Date | null;

  @Field(() => ID, {
    description: "What caused this order; lifting the cause reverses only what it caused.",
  })
  causeId: string;
}
